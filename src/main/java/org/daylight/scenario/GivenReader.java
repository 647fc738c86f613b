package org.daylight.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Statement;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code given} lists of one case file: events, facts and retractions. */
record GivenReader(String file, RuleBase rules, Problems problems) {
    private static final String SOURCE = "case";

    /** Reads the statements under {@code given}, added to those that hold for the whole file. */
    List<Statement> read(YamlMap holder, List<Statement> shared) {
        Map<String, Statement> byId = new LinkedHashMap<>();
        shared.forEach(statement -> byId.put(statement.id(), statement));
        for (YamlMap entry : holder.mapList("given")) {
            Statement statement = statement(entry, byId);
            if (statement != null && byId.putIfAbsent(statement.id(), statement) != null) {
                entry.report(ProblemCode.DUPLICATE_ID, "id", "the id `" + statement.id() + "` is given twice");
            }
            entry.refuseUnknownKeys();
        }
        return new ArrayList<>(byId.values());
    }

    private @Nullable Statement statement(YamlMap entry, Map<String, Statement> earlier) {
        Optional<String> retracted = entry.optionalText("retract");
        if (retracted.isPresent()) {
            return retraction(entry, retracted.get(), earlier);
        }
        Optional<String> event = entry.optionalText("event");
        Optional<String> fact = entry.optionalText("fact");
        String id = entry.text("id");
        Optional<Instant> at = entry.scalar("at", Moments.EXPECTED, new Moments(rules)::beginning);
        if (!entry.keys().contains("at")) {
            entry.text("at");
        }
        entry.map("data");
        if (event.isPresent() == fact.isPresent()) {
            entry.report(ProblemCode.MISSING_KEY, "event", "one of `event`, `fact` and `retract` is needed");
            return null;
        }
        Statement.Kind kind = event.isPresent() ? Statement.Kind.EVENT : Statement.Kind.FACT;
        String type = event.or(() -> fact).orElseThrow();
        DeclaredType declared = declared(entry, kind, type);
        if (declared == null || at.isEmpty()) {
            return null;
        }
        return Statement.of(
                kind, type, SOURCE, id, at.get(), new TypedData(file, problems).read(declared, entry, "data"));
    }

    private @Nullable DeclaredType declared(YamlMap entry, Statement.Kind kind, String name) {
        DeclaredType.Kind needed = kind == Statement.Kind.EVENT ? DeclaredType.Kind.EVENT : DeclaredType.Kind.FACT;
        String key = kind == Statement.Kind.EVENT ? "event" : "fact";
        Optional<DeclaredType> declared = rules.types().find(name).filter(type -> type.kind() == needed);
        if (declared.isEmpty()) {
            List<String> known = rules.types().ofKind(needed).stream()
                    .map(DeclaredType::name)
                    .toList();
            problems.error(
                    ProblemCode.UNKNOWN_TYPE,
                    Place.ofLine(file, entry.lineOf(key)),
                    "the scheme declares no " + key + " `" + name + "`",
                    Nearest.fix(name, known));
        }
        return declared.orElse(null);
    }

    /** Dates a retraction like what it takes back, unless the case says otherwise: that was never true. */
    private @Nullable Statement retraction(YamlMap entry, String id, Map<String, Statement> earlier) {
        Statement original = earlier.get(id);
        Optional<Instant> at = entry.scalar("at", Moments.EXPECTED, new Moments(rules)::beginning);
        if (original == null) {
            entry.report(ProblemCode.UNKNOWN_ID, "retract", "nothing with the id `" + id + "` is given above");
            return null;
        }
        return Statement.of(
                Statement.Kind.RETRACTION,
                Statement.RETRACTION_TYPE,
                SOURCE,
                "retract-" + id,
                at.orElse(original.validAt()),
                Map.of("source", SOURCE, "id", id));
    }
}
