package org.daylight.rulebase.check;

import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Nearest;

/** Checks that the rule another one extends is there. */
final class FamilyCheck {
    private FamilyCheck() {}

    static void check(SourceRule rule, SchemeSource source, Findings findings) {
        String parent = rule.parent();
        if (parent == null || source.rule(parent).isPresent()) {
            return;
        }
        List<String> names = source.allRules().stream().map(SourceRule::name).toList();
        findings.at(
                rule.file(),
                rule.file().find(parent, rule.offset()),
                ProblemCode.UNKNOWN_RULE,
                "`" + rule.name() + "` extends `" + parent + "`, which no file holds",
                Nearest.fix(parent, names));
    }
}
