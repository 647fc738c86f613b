package org.daylight.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Outcome;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.WrittenNumber;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code expect} of a case. */
record ExpectationReader(String file, RuleBase rules, Problems problems) {

    Expectation read(YamlMap entry) {
        Expectation expectation = entry.map("expect").map(this::expectation).orElse(Expectation.NOTHING);
        if (expectation.equals(Expectation.NOTHING)) {
            entry.report(ProblemCode.MISSING_KEY, "expect", "the case expects nothing");
        }
        return expectation;
    }

    private Expectation expectation(YamlMap expect) {
        @Nullable
        SortedMap<String, @Nullable Object> terms = expect.map("terms")
                .map(YamlMap::plainValues)
                .<@Nullable SortedMap<String, @Nullable Object>>map(TreeMap::new)
                .orElse(null);
        List<String> reasons = expect.textList("reasons");
        Expectation expectation = new Expectation(
                expect.scalar(
                                "score",
                                "a whole number or `" + Expectation.NOT_SCORED + "`",
                                text -> text.equals(Expectation.NOT_SCORED)
                                        ? text
                                        : Long.toString(WrittenNumber.whole(text)))
                        .orElse(null),
                expect.optionalText("band").orElse(null),
                expect.choice("outcome", Outcome.class).orElse(null),
                terms,
                ruleNames(expect, "fired"),
                ruleNames(expect, "notFired"),
                expect.keys().contains("reasons") ? reasons : null);
        expect.refuseUnknownKeys();
        return expectation;
    }

    private Set<String> ruleNames(YamlMap expect, String key) {
        Set<String> names = new LinkedHashSet<>(expect.textList(key));
        for (String name : names) {
            if (rules.rule(name).isEmpty()) {
                List<String> known = rules.rules().stream().map(RuleText::name).toList();
                problems.error(
                        ProblemCode.UNKNOWN_RULE,
                        Place.ofLine(file, expect.lineOf(key)),
                        "the scheme has no rule `" + name + "`",
                        Nearest.fixOfPhrase(name, known));
            }
        }
        return names;
    }
}
