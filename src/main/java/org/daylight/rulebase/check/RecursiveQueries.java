package org.daylight.rulebase.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.RuleConditions;
import org.daylight.rulebase.source.RuleFile;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Refuses queries that ask themselves, directly or in a circle: no step is counted while they do. */
final class RecursiveQueries {
    private record Query(String file, QueryDescr content) {}

    private final Map<String, Query> queries = new LinkedHashMap<>();
    private final Map<String, Set<String>> asks = new HashMap<>();

    private RecursiveQueries() {}

    static void check(List<RuleFile> files, Problems problems) {
        RecursiveQueries recursive = new RecursiveQueries();
        files.forEach(recursive::collect);
        recursive.queries.forEach((name, query) -> {
            Set<String> asked = new TreeSet<>();
            recursive.close(name, asked);
            if (asked.contains(name)) {
                problems.error(
                        ProblemCode.RECURSION,
                        Place.ofLine(query.file(), Math.max(0, query.content().getLine())),
                        "the query `" + name + "` asks itself",
                        "write a rule that inserts what is found");
            }
        });
    }

    private void collect(RuleFile file) {
        for (RuleDescr rule : file.content().getRules()) {
            if (rule instanceof QueryDescr query) {
                queries.put(query.getName(), new Query(file.path(), query));
                Set<String> types = new HashSet<>();
                RuleConditions.of(query).patterns().forEach(pattern -> types.add(pattern.getObjectType()));
                asks.put(query.getName(), types);
            }
        }
    }

    private void close(String name, Set<String> asked) {
        for (String string : asks.getOrDefault(name, Set.of())) {
            if (queries.containsKey(string) && asked.add(string)) {
                close(string, asked);
            }
        }
    }
}
