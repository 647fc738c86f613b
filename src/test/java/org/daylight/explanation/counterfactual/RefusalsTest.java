package org.daylight.explanation.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.explanation.counterfactual.GeneratedRefusals.Refusal;
import org.daylight.explanation.language.SchemeLanguage;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody is refused without being told what would change it, when it changes, or that nothing declared changeable does. */
@Tag("refusals")
class RefusalsTest {
    /** As many as a build has time for; the profile {@code long} takes a thousand. */
    private static final int REFUSALS = Integer.getInteger("claims.refusals", 200);

    private static final long SEED = 20_261_124;

    private final RuleBase rules = GeneratedRefusals.community();
    private final SchemeLanguage language = SchemeLanguage.of(rules, null);
    private final Map<String, Integer> answers = new TreeMap<>();

    @Test
    void eachRefusalHasAWayADateOrAProofThatThereIsNone() {
        for (Refusal refusal : new GeneratedRefusals(rules, SEED).take(REFUSALS)) {
            WhatIf whatIf = WhatIf.of(refusal.inquiry(), refusal.assessment(), language);
            assertThat(whatIf.evaluations()).isLessThanOrEqualTo(WhatIf.LIMIT);
            whatIf.ways().forEach(way -> assertThat(outcomeWith(refusal, way.changes()))
                    .as("%s of %s", way, refusal)
                    .isNotEqualTo(Outcome.REFUSED)
                    .isEqualTo(way.then().outcome()));
            answers.merge(answered(refusal, whatIf), 1, Integer::sum);
        }

        // Were they all of one kind, the others would not have been put to the test.
        assertThat(answers).containsOnlyKeys("a way", "a date", "a proof that there is none");
    }

    private String answered(Refusal refusal, WhatIf whatIf) {
        if (!whatIf.ways().isEmpty()) {
            return "a way";
        }
        FutureChanges when = FutureChanges.of(refusal.inquiry(), refusal.assessment(), language);
        boolean turns = when.changes().stream().anyMatch(turn -> turn.after().outcome() != Outcome.REFUSED);
        assertThat(turns || whatIf.exhausted()).as("%s", refusal).isTrue();
        return turns ? "a date" : "a proof that there is none";
    }

    /** Runs the changes without any of the code that found them. */
    private @Nullable Outcome outcomeWith(Refusal refusal, List<Change> changes) {
        Instant asOf = refusal.assessment().asOf();
        Map<String, Statement> statements = new HashMap<>();
        refusal.inquiry().dossier().statements().forEach(one -> statements.put(one.reference(), one));
        Map<String, Object> attributes =
                new TreeMap<>(refusal.inquiry().requireQuestion().attributes());
        for (Change change : changes) {
            switch (change.kind()) {
                case ADD -> {
                    for (int copy = 0; copy < change.times(); copy++) {
                        Statement added = statement(change.type(), statements.size(), asOf, change.data());
                        statements.put(added.reference(), added);
                    }
                }
                case REMOVE -> assertThat(statements.remove(change.statement())).isNotNull();
                case SET -> {
                    Statement was = Objects.requireNonNull(statements.get(change.statement()));
                    Map<String, Object> data = new TreeMap<>(was.data());
                    data.put(change.field(), change.to());
                    statements.remove(change.statement());
                    statements.put(change.statement(), statement(was.type(), statements.size(), asOf, data));
                }
                case ASK -> attributes.put(change.field(), change.to());
            }
        }
        Dossier dossier = new Dossier(
                "community", "generated", refusal.inquiry().dossier().enrolled(), new ArrayList<>(statements.values()));
        Question question = Question.of(refusal.inquiry().requireQuestion().service(), attributes);
        return Evaluation.assess(new Inquiry(rules, dossier, question, asOf))
                .answer()
                .outcome();
    }

    private Statement statement(String type, int number, Instant at, Map<String, ?> data) {
        Statement.Kind kind = rules.types().find(type).orElseThrow().kind() == DeclaredType.Kind.EVENT
                ? Statement.Kind.EVENT
                : Statement.Kind.FACT;
        return Statement.of(kind, type, "urn:tried", String.format(Locale.ROOT, "%05d", number), at, data);
    }
}
