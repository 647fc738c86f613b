package org.daylight.rulebase.check;

import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;

/** Runs all checks of this package. */
public final class SourceCheck {
    private SourceCheck() {}

    public static void check(SchemeSource source, Problems problems) {
        LanguageCheck.check(source, problems);
        EngineOnlyCheck.check(source, problems);
        GeneratorCheck.check(source, problems);
        QueryCallCheck.check(source, problems);
        source.files().forEach(file -> new NumberCheck(file, problems).check());
        source.files().forEach(file -> new KeywordCheck(file, problems).check());
        RecursiveQueryCheck.check(source, problems);
        ChoiceCheck.check(source, problems);
        ManifestCheck.check(source, problems);
        CatalogueCheck.check(source, problems);
        RowDatesCheck.check(source, problems);
        KnownTypes types = new KnownTypes(source);
        DeclarationCheck declarations = new DeclarationCheck(types, problems);
        source.files().forEach(declarations::check);
        ServiceCheck services = new ServiceCheck(source, problems);
        for (SourceRule rule : source.allRules()) {
            problems.guard(rule.file().path(), () -> {
                RuleScope scope = new RuleScope(rule, source, types, problems);
                parent(rule, source, scope);
                new ClockCheck(scope).check();
                new ConditionCheck(scope).check();
                new ConsequenceCheck(scope).check();
                new MemoryCheck(scope, source).check();
                new ComputationCheck(scope).check();
                new ReasonPlaceCheck(scope).check();
                services.check(rule);
            });
        }
    }

    /** Checks that the rule which another one extends exists. */
    private static void parent(SourceRule rule, SchemeSource source, RuleScope scope) {
        String parent = rule.parent();
        if (parent != null && source.rule(parent).isEmpty()) {
            scope.report(
                    rule.file().find(parent, rule.offset()),
                    ProblemCode.UNKNOWN_RULE,
                    "`" + rule.name() + "` extends `" + parent + "`, which no file holds",
                    Nearest.fix(
                            parent,
                            source.allRules().stream().map(SourceRule::name).toList()));
        }
    }
}
