package org.daylight.rulebase.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;

/** Refuses queries that ask themselves, directly or in a circle: no step is counted while they do. */
final class RecursiveQueries {
    private final Map<String, SourceRule> queries = new LinkedHashMap<>();
    private final Map<String, List<String>> asks = new HashMap<>();

    private RecursiveQueries() {}

    static void check(SchemeSource source, Problems problems) {
        RecursiveQueries recursive = new RecursiveQueries();
        source.allRules().stream().filter(SourceRule::isQuery).forEach(recursive::collect);
        recursive.queries.forEach((name, query) -> {
            Set<String> asked = new TreeSet<>();
            recursive.close(name, asked);
            if (asked.contains(name)) {
                problems.error(
                        ProblemCode.RECURSION,
                        Place.ofLine(query.file().path(), Math.max(0, query.line())),
                        "the query `" + name + "` asks itself",
                        "write a rule that inserts what is found");
            }
        });
    }

    private void collect(SourceRule query) {
        queries.put(query.name(), query);
        asks.put(
                query.name(),
                query.patterns().stream()
                        .map(pattern -> pattern.content().getObjectType())
                        .toList());
    }

    private void close(String name, Set<String> asked) {
        for (String type : asks.getOrDefault(name, List.of())) {
            if (queries.containsKey(type) && asked.add(type)) {
                close(type, asked);
            }
        }
    }
}
