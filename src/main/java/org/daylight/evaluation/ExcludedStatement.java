package org.daylight.evaluation;

/**
 * A statement that did not enter the assessment, and why.
 *
 * @param id {@code source#id}
 * @param type name of its type
 * @param why the reason it was kept out
 * @param detail in words, may be empty
 */
public record ExcludedStatement(String id, String type, Why why, String detail) {

    public enum Why {
        /** It holds or happened only after the moment asked about. */
        NOT_YET_VALID,
        RETRACTED,
        /** A newer statement of the same type and key holds. */
        SUPERSEDED,
        /** This revision declares no such event or fact. */
        UNKNOWN_TYPE,
        /** It was recorded under another revision and does not fit this one's declaration. */
        DOES_NOT_FIT,
        /** Essential services are decided without conduct. */
        CONDUCT_IN_ESSENTIAL_SERVICE
    }
}
