package org.daylight.evaluation;

import java.util.List;
import java.util.Optional;
import org.daylight.vocabulary.DecisionActions;
import org.daylight.vocabulary.ScoreActions;
import org.jspecify.annotations.Nullable;

/** The verbs of one assessment's rules. Each use is an effect of the firing under way. */
final class RuleActions {
    private final FiringRecorder recorder;
    private final ScoreLedger ledger;
    private final Votes votes = new Votes();
    private boolean scoreIsClosed;

    RuleActions(FiringRecorder recorder, ScoreLedger ledger) {
        this.recorder = recorder;
        this.ledger = ledger;
    }

    /** From now on {@code score} is an error. */
    void closeScore() {
        scoreIsClosed = true;
    }

    Votes votes() {
        return votes;
    }

    ScoreActions score() {
        return new ScoreActions() {
            @Override
            public void add(long points) {
                adjust("score.add", points, points);
            }

            @Override
            public void set(long points) {
                adjust("score.set", points, Math.subtractExact(points, ledger.total()));
            }
        };
    }

    DecisionActions decision() {
        return new DecisionActions() {
            @Override
            public void grant() {
                vote(Outcome.GRANTED, "decision.grant");
            }

            @Override
            public void refuse() {
                vote(Outcome.REFUSED, "decision.refuse");
            }

            @Override
            public void refer() {
                vote(Outcome.REFERRED, "decision.refer");
            }

            @Override
            public void term(String name, Object value) {
                setTerm(name, value);
            }
        };
    }

    private void adjust(String verb, long points, long difference) {
        FiringRecorder.Current firing = recorder.current();
        if (scoreIsClosed) {
            throw recorder.fail(
                    "changed the score after it was closed: a rule about `Standing` or a request cannot score");
        }
        recorder.effect(new Effect(verb, null, points, null));
        recorder.repeated(firing, firing.causes());
        ledger.add(new Adjustment(
                difference,
                firing.rule().name(),
                firing.reason(),
                firing.rule().cites(),
                firing.causes(),
                firing.number()));
    }

    private void vote(Outcome outcome, String verb) {
        FiringRecorder.Current firing = recorder.current();
        recorder.effect(Effect.of(verb));
        recorder.repeated(firing, List.of());
        votes.vote(
                outcome,
                new Reason(firing.rule().name(), firing.reason(), firing.rule().cites(), firing.number()));
    }

    private void setTerm(@Nullable String name, @Nullable Object value) {
        FiringRecorder.Current firing = recorder.current();
        Optional<Object> plain = PlainValue.of(value);
        if (name == null || name.isBlank() || plain.isEmpty()) {
            String given = plain.map(known -> "`" + known + "`").orElse(value == null ? "nothing" : "something else");
            throw recorder.fail("set the term `" + name + "` to " + given
                    + "; expected a name, and text, a whole number, a truth value or a date");
        }
        votes.term(firing.number(), firing.rule().name(), name, plain.get());
        recorder.effect(new Effect("decision.term", name, plain.get(), null));
    }
}
