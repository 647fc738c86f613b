package org.daylight.decision;

/** Thrown when a decision is asked for whose citizen was erased: that it was made is on record, what it said nobody can read. */
final class ErasedDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DecisionRow row;

    ErasedDecisionException(DecisionRow row) {
        super("the citizen that the decision is about was erased");
        this.row = row;
    }

    /** What is left of it. */
    DecisionRow row() {
        return row;
    }
}
