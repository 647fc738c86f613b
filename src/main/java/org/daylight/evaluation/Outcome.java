package org.daylight.evaluation;

/** The outcome of a decision. */
public enum Outcome {
    GRANTED,
    REFUSED,
    /** A person must decide. */
    REFERRED,
    /** No rule spoke. */
    UNDECIDED
}
