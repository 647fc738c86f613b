package org.daylight.explanation.reason;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Datum;
import org.daylight.evaluation.Effect;
import org.daylight.evaluation.Firing;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;

/** The statements on which each firing rests, directly or through what rules derived. */
final class FiringProvenance {
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, SortedSet<String>> derived = new HashMap<>();
    private final Map<Integer, SortedSet<String>> byFiring = new HashMap<>();

    FiringProvenance(Assessment assessment, Dossier dossier) {
        dossier.statements().forEach(statement -> statements.put(statement.reference(), statement));
        for (Firing firing : assessment.trace()) {
            SortedSet<String> causes = new TreeSet<>();
            Stream.concat(firing.matched().stream(), firing.counted().stream())
                    .map(Datum::id)
                    .forEach(id -> causes.addAll(of(id)));
            byFiring.put(firing.number(), causes);
            for (Effect effect : firing.effects()) {
                if (effect.verb().equals("insert") && effect.name() != null) {
                    derived.put(effect.name(), causes);
                }
            }
        }
    }

    /** Provenance of no firing at all, for a day on which a rule failed. */
    FiringProvenance() {}

    private SortedSet<String> of(String datum) {
        if (statements.containsKey(datum)) {
            return new TreeSet<>(List.of(datum));
        }
        return derived.getOrDefault(datum, new TreeSet<>());
    }

    SortedSet<String> of(Firing firing) {
        return byFiring.getOrDefault(firing.number(), new TreeSet<>());
    }

    /** Whether any firing rests on the statement. */
    boolean includes(String statement) {
        return byFiring.values().stream().anyMatch(causes -> causes.contains(statement));
    }

    Statement statement(String id) {
        return Objects.requireNonNull(statements.get(id), id);
    }
}
