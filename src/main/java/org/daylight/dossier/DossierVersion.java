package org.daylight.dossier;

/**
 * The state of what is known of a citizen in a scheme: everything up to these positions. Rows are only ever appended, so a version
 * names the same dossier for ever.
 *
 * @param statements highest position of a statement, 0 for none
 * @param enrolments highest position of an enrolment or withdrawal, 0 for none
 */
public record DossierVersion(long statements, long enrolments) {
    public static final DossierVersion NOTHING = new DossierVersion(0, 0);
}
