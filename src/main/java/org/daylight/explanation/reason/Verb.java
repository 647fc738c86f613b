package org.daylight.explanation.reason;

import java.util.List;
import java.util.Optional;
import org.daylight.evaluation.Effect;
import org.daylight.evaluation.Outcome;

/** What the verbs of a decision say. */
final class Verb {
    private static final List<Outcome> STRONGEST_FIRST =
            List.of(Outcome.REFERRED, Outcome.REFUSED, Outcome.GRANTED, Outcome.UNDECIDED);

    private Verb() {}

    static Optional<Outcome> outcome(Effect effect) {
        return switch (effect.verb()) {
            case "decision.grant" -> Optional.of(Outcome.GRANTED);
            case "decision.refuse" -> Optional.of(Outcome.REFUSED);
            case "decision.refer" -> Optional.of(Outcome.REFERRED);
            default -> Optional.empty();
        };
    }

    /** The strongest of what rules said is the outcome. */
    static int rank(Outcome outcome) {
        return STRONGEST_FIRST.indexOf(outcome);
    }
}
