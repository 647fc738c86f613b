package org.daylight.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.evaluation.Question;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads what a service asks, checked against the services of the scheme and their request types. */
record AskReader(String file, RuleBase rules, Problems problems) {

    @Nullable
    Question read(YamlMap ask) {
        String id = ask.text("service");
        ask.map("attributes");
        ask.refuseUnknownKeys();
        DeclaredType request = requestType(id, ask.lineOf("service"));
        return request == null
                ? null
                : new Question(id, new TypedData(file, problems).read(request, ask, "attributes"));
    }

    /** Makes a question that does not stand in a file. */
    @Nullable
    Question of(String id, Map<String, @Nullable Object> attributes) {
        DeclaredType request = requestType(id, 0);
        return request == null
                ? null
                : new Question(id, new TypedData(file, problems).read(request, attributes, field -> 0));
    }

    /** Finds the type of a service's request, with no fields where none is named; null, and reported, without such a service. */
    private @Nullable DeclaredType requestType(String id, int line) {
        Optional<ServiceEntry> service = rules.scheme().manifest().service(id);
        if (service.isEmpty()) {
            List<String> known =
                    rules.scheme().services().stream().map(ServiceEntry::id).toList();
            problems.error(
                    ProblemCode.UNKNOWN_SERVICE,
                    Place.ofLine(file, line),
                    "the scheme has no service `" + id + "`",
                    Nearest.fix(id, known));
            return null;
        }
        return rules.types().requestType(service.get());
    }
}
