package org.daylight.rulebase.build;

import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.codegen.execmodel.CanonicalModelKieProject;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.kie.api.builder.ReleaseId;
import org.kie.internal.builder.KnowledgeBuilder;

/** The engine's project with {@link ExactSources} between its generator and its compiler. */
final class ExactProject extends CanonicalModelKieProject {
    private final FittingArguments fitting;
    private final Map<String, String> asGenerated;

    ExactProject(
            InternalKieModule module,
            ClassLoader classLoader,
            FittingArguments fitting,
            Map<String, String> asGenerated) {
        super(module, classLoader);
        this.fitting = fitting;
        this.asGenerated = asGenerated;
    }

    @Override
    protected KnowledgeBuilder createKnowledgeBuilder(KieBaseModelImpl base, InternalKieModule module) {
        if (!getInternalKieModule().getKieModuleModel().equals(base.getKModule())) {
            return super.createKnowledgeBuilder(base, module);
        }
        ReleaseId release = module.getReleaseId();
        ModelBuilderImpl<ExactSources> builder = new ModelBuilderImpl<>(
                model -> new ExactSources(model, fitting, asGenerated),
                getBuilderConfiguration(base, module),
                release,
                false);
        modelBuilders.put(base.getName(), builder);
        return builder;
    }
}
