package org.daylight.explanation.counterfactual;

import java.util.List;

/**
 * Something that can be changed.
 *
 * @param repeatable whether it can come about several times
 * @param values the values to try for a {@link Change.Kind#SET} or {@link Change.Kind#ASK} along a line, by distance from the
 *     present one and all to one side of it; empty where {@code change} is all there is to try
 * @param axis of the values, or WHOLE
 */
record Candidate(Change change, boolean repeatable, List<Long> values, ValueScale axis) {
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
        Change one = change;
        Change two = other.change;
        boolean sameStatement = one.statement() != null && one.statement().equals(two.statement());
        boolean sameField = java.util.Objects.equals(one.field(), two.field());
        if (sameStatement) {
            return sameField || one.kind() == Change.Kind.REMOVE || two.kind() == Change.Kind.REMOVE;
        }
        boolean bothAsk = one.kind() == Change.Kind.ASK && two.kind() == Change.Kind.ASK && sameField;
        return bothAsk || sameFact;
    }
}
