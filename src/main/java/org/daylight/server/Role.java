package org.daylight.server;

import java.util.Locale;

/** The roles of callers. An identity provider has to agree with Daylight on these names and on nothing else. */
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

    /** The role's name in a token and in {@code @RolesAllowed}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
