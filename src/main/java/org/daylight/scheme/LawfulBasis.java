package org.daylight.scheme;

/** The lawful basis on which a scheme holds data about a citizen (GDPR article 6(1), points a, b, c and e). */
public enum LawfulBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    PUBLIC_TASK
}
