package org.daylight.decision;

/** A decision is asked for whose citizen was erased: it is on record that it was made, but nobody can read its content. */
public final class ErasedDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DecisionHeader header;

    ErasedDecisionException(DecisionHeader header) {
        super("the citizen that the decision is about was erased");
        this.header = header;
    }

    /** The part of the decision that is left. */
    DecisionHeader header() {
        return header;
    }
}
