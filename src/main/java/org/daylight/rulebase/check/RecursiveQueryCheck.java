package org.daylight.rulebase.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;

/** Refuses queries that ask themselves, directly or in a circle: the meter counts no step while they do. */
final class RecursiveQueryCheck {
    private RecursiveQueryCheck() {}

    static void check(SchemeSource source, Problems problems) {
        Map<String, SourceRule> queries = new HashMap<>();
        source.allRules().stream().filter(SourceRule::isQuery).forEach(query -> queries.put(query.name(), query));
        queries.forEach((name, query) -> {
            if (queriesAskedBy(query, queries, new HashSet<>()).contains(name)) {
                problems.error(
                        ProblemCode.RECURSION,
                        Place.ofLine(query.file().path(), Math.max(0, query.line())),
                        "the query `" + name + "` asks itself",
                        "write a rule that inserts what is found");
            }
        });
    }

    private static Set<String> queriesAskedBy(SourceRule query, Map<String, SourceRule> queries, Set<String> asked) {
        for (SourcePattern pattern : query.patterns()) {
            SourceRule next = queries.get(pattern.content().getObjectType());
            if (next != null && asked.add(next.name())) {
                queriesAskedBy(next, queries, asked);
            }
        }
        return asked;
    }
}
