package org.daylight.vocabulary;

import org.jspecify.annotations.Nullable;

/** A service's question; authors who need attributes write {@code declare X extends Request}. */
public class Request {
    private @Nullable String service;

    /** The id of the service that asks, as in the manifest. */
    public final @Nullable String getService() {
        return service;
    }

    /** Says which service asks. Works once: the question is not a rule's to change. */
    public final void ask(String serviceId) {
        if (service != null) {
            throw new IllegalStateException("a request's service cannot be changed");
        }
        service = serviceId;
    }
}
