package org.daylight.rulebase;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.impl.InternalRuleBase;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.modelcompiler.CanonicalKieModuleModel;
import org.kie.api.KieBase;

/** The rules as the compiler wrote them down, conditions and all, before the engine made a network of them. */
final class RuleModel {
    private RuleModel() {}

    /** A new instance of each; nobody else holds them. */
    static List<Rule> of(KieBase engine) {
        InternalRuleBase base = (InternalRuleBase) engine;
        String name = CanonicalKieModule.getProjectModelClassNameNameWithReleaseId(base.getResolvedReleaseId());
        try {
            Class<?> project = base.getRootClassLoader().loadClass(name);
            CanonicalKieModuleModel models =
                    (CanonicalKieModuleModel) project.getDeclaredConstructor().newInstance();
            List<Rule> rules = new ArrayList<>();
            for (Model model : models.getModels()) {
                rules.addAll(model.getRules());
            }
            return List.copyOf(rules);
        } catch (ReflectiveOperationException unlikeAnyModel) {
            throw new IllegalStateException("the rules were compiled in an unknown shape", unlikeAnyModel);
        }
    }
}
