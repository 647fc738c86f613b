package org.daylight.decision;

import java.security.Principal;
import java.util.function.Predicate;

/**
 * Who wants to read.
 *
 * @param name the principal; for a citizen, the citizen's id
 * @param official an auditor or caseworker, who may read about anybody
 * @param citizen whether the principal is a citizen
 */
record Viewer(String name, boolean official, boolean citizen) {

    static Viewer of(Principal caller, Predicate<String> hasRole) {
        return new Viewer(
                caller.getName(), hasRole.test("auditor") || hasRole.test("caseworker"), hasRole.test("citizen"));
    }

    /** Everything about this citizen. */
    boolean mayReadAllOf(String about) {
        return official || (citizen && name.equals(about));
    }
}
