package org.daylight.evaluation;

/** What a decision says. */
public enum Outcome {
    GRANTED,
    REFUSED,
    /** A person must decide. */
    REFERRED,
    /** No rule spoke. */
    UNDECIDED
}
