package org.daylight.decision;

/** Thrown when a decision is asked for whose citizen was erased: that it was made is on record, what it said nobody can read. */
public final class ErasedDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DecisionHeader header;

    ErasedDecisionException(DecisionHeader header) {
        super("the citizen that the decision is about was erased");
        this.header = header;
    }

    /** What is left of it. */
    DecisionHeader header() {
        return header;
    }
}
