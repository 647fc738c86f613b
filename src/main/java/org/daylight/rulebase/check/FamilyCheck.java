package org.daylight.rulebase.check;

import java.util.List;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Sources;
import org.daylight.scheme.Nearest;

/** Checks that the rule another one extends is there. */
final class FamilyCheck {
    private FamilyCheck() {}

    static void check(SourceRule rule, Sources sources, Findings findings) {
        String parent = rule.parent();
        if (parent == null || sources.rule(parent).isPresent()) {
            return;
        }
        List<String> names = sources.rules().stream().map(SourceRule::name).toList();
        int found = rule.file().text().indexOf(parent, rule.offset());
        findings.at(
                rule.file(),
                found < 0 ? rule.offset() : found,
                ProblemCode.UNKNOWN_RULE,
                "`" + rule.name() + "` extends `" + parent + "`, which no file holds",
                Nearest.fix(parent, names));
    }
}
