package org.daylight.decision;

import jakarta.ws.rs.core.SecurityContext;

/**
 * Who wants to read.
 *
 * @param name the principal; for a citizen, the citizen's id
 * @param official an auditor or caseworker, who may read about anybody
 * @param citizen whether the principal is a citizen
 */
record Reader(String name, boolean official, boolean citizen) {

    static Reader of(SecurityContext caller) {
        return new Reader(
                caller.getUserPrincipal().getName(),
                caller.isUserInRole("auditor") || caller.isUserInRole("caseworker"),
                caller.isUserInRole("citizen"));
    }

    /** Everything about this citizen. */
    boolean mayReadAllOf(String about) {
        return official || (citizen && name.equals(about));
    }
}
