package org.daylight.server;

import java.util.Locale;

/** Who may do what. Whatever provides identities, these names are all it has to agree on. */
enum Role {
    /** Enrols citizens and ends enrolments. */
    REGISTRAR,
    /** States facts and events. */
    SOURCE,
    /** Asks for decisions. */
    SERVICE,
    /** Writes rules. */
    AUTHOR,
    /** Reads traces and replays decisions. */
    AUDITOR,
    /** Rules on contests. */
    CASEWORKER,
    /** Reads the own record; the principal's name is the citizen's id. */
    CITIZEN,
    /** Runs the service. */
    OPERATOR;

    /** As it stands in a token and in {@code @RolesAllowed}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
