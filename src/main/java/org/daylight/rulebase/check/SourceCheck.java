package org.daylight.rulebase.check;

import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;

/** Runs all checks of this package. */
public final class SourceCheck {
    private SourceCheck() {}

    public static void check(SchemeSource source, Problems problems) {
        LanguageCheck.check(source, problems);
        RecursiveQueries.check(source, problems);
        ManifestCheck.check(source, problems);
        CatalogueCheck.check(source, problems);
        new RowDates(problems).check(source.types(), source.rows());
        KnownTypes known = KnownTypes.of(source);
        Findings findings = new Findings(problems);
        DeclarationCheck declarations = new DeclarationCheck(known, findings);
        source.files().forEach(declarations::check);
        ServiceCheck services = new ServiceCheck(source, findings);
        for (SourceRule rule : source.allRules()) {
            RuleScope scope = new RuleScope(rule, source);
            new ConditionCheck(known, scope, findings).check();
            new ConsequenceCheck(known, scope, findings).check();
            new ComputationCheck(known, scope, findings).check();
            new ReasonPlaceCheck(known, scope, findings).check();
            services.check(rule);
            FamilyCheck.check(rule, source, findings);
        }
    }
}
