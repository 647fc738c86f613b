package org.daylight.explanation.counterfactual;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be changed.
 *
 * @param repeatable whether it can come about several times
 * @param values the values to try for a {@link Change.Kind#SET} or {@link Change.Kind#ASK} along a line, by distance from the
 *     present one and all to one side of it; empty where {@code change} is all there is to try
 * @param scale the scale of the values; WHOLE where there are none
 */
record Candidate(Change change, boolean repeatable, List<Long> values, ValueScale scale) {
    Candidate {
        values = List.copyOf(values);
    }

    static Candidate once(Change change) {
        return new Candidate(change, false, List.of(), ValueScale.WHOLE);
    }

    boolean isAlongALine() {
        return !values.isEmpty();
    }

    /** Whether both cannot be at once: they speak of the same statement or question field, or state the same fact. */
    boolean contradicts(Candidate other, boolean sameFact) {
        Change first = change;
        Change second = other.change;
        boolean sameStatement = first.statement() != null && first.statement().equals(second.statement());
        boolean sameField = Objects.equals(first.field(), second.field());
        if (sameStatement) {
            return sameField || first.kind() == Change.Kind.REMOVE || second.kind() == Change.Kind.REMOVE;
        }
        boolean bothAsk = first.kind() == Change.Kind.ASK && second.kind() == Change.Kind.ASK && sameField;
        return bothAsk || sameFact;
    }
}
