package org.daylight.rulebase.check;

import java.util.List;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Types;

/** Runs all checks of this package. */
public final class SourceCheck {
    private SourceCheck() {}

    public static void check(Scheme scheme, Sources sources, Types types, List<ParameterRow> rows, Problems problems) {
        KnownTypes known = KnownTypes.of(sources, types);
        Findings findings = new Findings(problems);
        DeclarationCheck declarations = new DeclarationCheck(known, findings);
        for (SourceFile file : sources.files()) {
            declarations.check(file);
        }
        ServiceCheck services = new ServiceCheck(scheme, types, findings);
        for (SourceRule rule : sources.rules()) {
            RuleScope scope = new RuleScope(rule, sources);
            new ConditionCheck(known, scope, findings).check();
            new ConsequenceCheck(known, scope, findings).check();
            new ComputationCheck(known, scope, findings).check();
            new ReasonPlaceCheck(known, scope, findings).check();
            services.check(rule);
            FamilyCheck.check(rule, sources, findings);
        }
        new RowDates(problems).check(types, rows);
    }
}
