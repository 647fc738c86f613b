package org.daylight.scheme;

/** A part of the answer that a service may be given. */
public enum Disclosure {
    OUTCOME,
    TERMS,
    REASONS,
    BAND,
    SCORE
}
