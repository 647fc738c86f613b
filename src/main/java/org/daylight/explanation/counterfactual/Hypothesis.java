package org.daylight.explanation.counterfactual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.daylight.scheme.Types;
import org.jspecify.annotations.Nullable;

/** Makes an inquiry as it would be after some changes. Nothing of it is kept anywhere. */
public final class Hypothesis {
    /** Source of statements that are only supposed. */
    public static final String SOURCE = "urn:daylight:what-if";

    /** A text that neither rules nor data know. */
    static final String FRESH = "new";

    private Hypothesis() {}

    /** Applies changes to an inquiry that asks a question; what they add happens or holds at its moment. */
    static Inquiry of(Inquiry inquiry, List<Change> changes) {
        Dossier dossier = inquiry.dossier();
        Question question = inquiry.requireQuestion();
        Instant asOf = inquiry.asOf();
        Types types = inquiry.rules().types();
        List<Statement> added = new ArrayList<>();
        Set<String> removed = new HashSet<>();
        TreeMap<String, @Nullable Object> attributes = new TreeMap<>(question.attributes());
        for (Change change : changes) {
            switch (change.kind()) {
                case ADD -> {
                    for (int copy = 0; copy < change.times(); copy++) {
                        added.add(statement(change.type(), types, asOf, change.data(), added.size() + 1));
                    }
                }
                case REMOVE -> removed.add(String.valueOf(change.statement()));
                case SET -> {
                    Statement changed = Stream.concat(added.stream(), dossier.statements().stream())
                            .filter(statement -> statement.reference().equals(change.statement()))
                            .findFirst()
                            .orElseThrow();
                    TreeMap<String, @Nullable Object> data = new TreeMap<>(changed.data());
                    data.put(String.valueOf(change.field()), change.to());
                    added.remove(changed);
                    // It keeps its name, so that a second field of it can change as well.
                    added.add(new Statement(
                            changed.source(), changed.id(), changed.kind(), changed.type(), asOf, asOf, data));
                    removed.add(changed.reference());
                }
                case ASK -> attributes.put(String.valueOf(change.field()), change.to());
            }
        }
        return new Inquiry(
                inquiry.rules(),
                dossier.without(removed).with(added),
                new Question(question.service(), attributes),
                asOf);
    }

    private static Statement statement(
            String type, Types types, Instant at, SortedMap<String, @Nullable Object> data, int number) {
        Statement.Kind kind = types.find(type)
                .filter(declared -> declared.kind() == DeclaredType.Kind.EVENT)
                .map(event -> Statement.Kind.EVENT)
                .orElse(Statement.Kind.FACT);
        TreeMap<String, @Nullable Object> values = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> entry : data.entrySet()) {
            // Two bills that nobody has heard of are two bills.
            boolean isOneMore = FRESH.equals(entry.getValue()) && number > 1;
            values.put(entry.getKey(), isOneMore ? FRESH + "-" + number : entry.getValue());
        }
        return Statement.of(kind, type, SOURCE, String.format(Locale.ROOT, "%04d", number), at, values);
    }
}
