package org.daylight.store;

import org.jspecify.annotations.Nullable;

/** The service's user and password at a database server. A null one is left to the address and to the server. */
public record Login(@Nullable String user, @Nullable String password) {
    public static final Login NONE = new Login(null, null);

    /** Without the password, as logs may print it. */
    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
