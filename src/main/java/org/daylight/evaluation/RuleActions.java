package org.daylight.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.daylight.vocabulary.DecisionActions;
import org.daylight.vocabulary.ScoreActions;
import org.jspecify.annotations.Nullable;

/** The verbs of one assessment's rules. Each use is an effect of the firing under way. */
final class RuleActions {
    private final FiringRecorder recorder;
    private final ScoreLedger ledger;
    private final List<Vote> votes = new ArrayList<>();
    private final TreeMap<String, Object> terms = new TreeMap<>();
    private final TreeMap<String, String> termSetBy = new TreeMap<>();
    private boolean scoreIsClosed;
    private boolean standingIsKnown;

    /** A firing that asked for an outcome. */
    private record Vote(Outcome outcome, Reason reason) {}

    RuleActions(FiringRecorder recorder, ScoreLedger ledger) {
        this.recorder = recorder;
        this.ledger = ledger;
    }

    /** From now on {@code score} is an error, and refusals on account of an unknown standing are referrals. */
    void closeScore(boolean known) {
        scoreIsClosed = true;
        standingIsKnown = known;
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
        boolean onMissingStanding =
                outcome == Outcome.REFUSED && !standingIsKnown && firing.rule().onStanding();
        Outcome counted = onMissingStanding ? Outcome.REFERRED : outcome;
        recorder.effect(onMissingStanding ? new Effect("decision.refer", null, null, verb) : Effect.of(verb));
        recorder.repeated(firing, List.of());
        votes.add(new Vote(
                counted,
                new Reason(firing.rule().name(), firing.reason(), firing.rule().cites(), firing.number())));
    }

    private void setTerm(@Nullable String name, @Nullable Object value) {
        FiringRecorder.Current firing = recorder.current();
        Optional<Object> plain = PlainValue.of(value);
        if (name == null || name.isBlank() || plain.isEmpty()) {
            String given = plain.map(known -> "`" + known + "`").orElse(value == null ? "nothing" : "something else");
            throw recorder.fail("set the term `" + name + "` to " + given
                    + "; expected a name, and text, a whole number, a truth value or a date");
        }
        Object earlier = terms.putIfAbsent(name, plain.get());
        if (earlier != null && !earlier.equals(plain.get())) {
            throw recorder.fail("set the term `" + name + "` to `" + plain.get() + "`, but `" + termSetBy.get(name)
                    + "` had set it to `" + earlier + "`");
        }
        termSetBy.putIfAbsent(name, firing.rule().name());
        recorder.effect(new Effect("decision.term", name, plain.get(), null));
    }

    /** The decision: any refer wins, else any refuse, else any grant, else nothing was decided. */
    DecisionResult combine(String service) {
        for (Outcome outcome : List.of(Outcome.REFERRED, Outcome.REFUSED, Outcome.GRANTED)) {
            List<Reason> reasons = votes.stream()
                    .filter(vote -> vote.outcome() == outcome)
                    .map(Vote::reason)
                    .toList();
            if (!reasons.isEmpty()) {
                return new DecisionResult(service, outcome, terms, reasons);
            }
        }
        return new DecisionResult(service, Outcome.UNDECIDED, terms, List.of());
    }
}
