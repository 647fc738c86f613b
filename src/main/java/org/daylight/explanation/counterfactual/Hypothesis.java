package org.daylight.explanation.counterfactual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.daylight.scheme.Types;
import org.jspecify.annotations.Nullable;

/** A dossier and a question as they would be. Nothing of it is kept anywhere. */
public record Hypothesis(Dossier dossier, Question question) {
    /** Source of what is only supposed. */
    public static final String SOURCE = "urn:daylight:what-if";

    /** A text that neither rules nor data know. */
    static final String FRESH = "new";

    /** The dossier with statements added, and without those whose {@code source#id} is removed. */
    public static Dossier dossier(Dossier dossier, List<Statement> added, Set<String> removed) {
        List<Statement> statements = new ArrayList<>();
        dossier.statements().stream()
                .filter(statement -> !removed.contains(statement.reference()))
                .forEach(statements::add);
        statements.addAll(added);
        return new Dossier(dossier.scheme(), dossier.citizen(), dossier.enrolled(), statements);
    }

    /** What the changes make of it; what they add happens or holds at {@code asOf}. */
    static Hypothesis of(Dossier dossier, Question question, Instant asOf, Types types, List<Change> changes) {
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
                    Statement changed = added.stream()
                            .filter(one -> one.reference().equals(change.statement()))
                            .findFirst()
                            .orElseGet(() -> find(dossier, String.valueOf(change.statement())));
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
        return new Hypothesis(dossier(dossier, added, removed), new Question(question.service(), attributes));
    }

    private static Statement find(Dossier dossier, String reference) {
        return dossier.statements().stream()
                .filter(statement -> statement.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static Statement statement(
            String type, Types types, Instant at, SortedMap<String, @Nullable Object> data, int number) {
        Statement.Kind kind = types.find(type)
                .filter(found -> found.kind() == org.daylight.scheme.DeclaredType.Kind.EVENT)
                .map(event -> Statement.Kind.EVENT)
                .orElse(Statement.Kind.FACT);
        TreeMap<String, @Nullable Object> own = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> entry : data.entrySet()) {
            // Two bills that nobody has heard of are two bills.
            boolean another = FRESH.equals(entry.getValue()) && number > 1;
            own.put(entry.getKey(), another ? FRESH + "-" + number : entry.getValue());
        }
        return Statement.of(kind, type, SOURCE, String.format(java.util.Locale.ROOT, "%04d", number), at, own);
    }
}
