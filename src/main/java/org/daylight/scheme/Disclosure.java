package org.daylight.scheme;

/** What a service may be told beside the fact that it asked. */
public enum Disclosure {
    OUTCOME,
    TERMS,
    REASONS,
    BAND,
    SCORE
}
