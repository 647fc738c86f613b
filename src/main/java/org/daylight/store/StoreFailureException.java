package org.daylight.store;

/** The store cannot be used or could not commit; nothing of the write that met it was kept, unless {@link #maybeKept}. */
public final class StoreFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean maybeKept;

    public StoreFailureException(String message) {
        super(message);
        this.maybeKept = false;
    }

    public StoreFailureException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreFailureException(String message, Throwable cause, boolean maybeKept) {
        super(message, cause);
        this.maybeKept = maybeKept;
    }

    /** The failure of a write of which nobody knows whether its commit reached the disk. */
    static StoreFailureException unanswered(Throwable cause) {
        return new StoreFailureException(
                "the store did not say whether the write is kept: " + cause.getMessage(), cause, true);
    }

    /** Whether the write may be kept all the same. */
    public boolean maybeKept() {
        return maybeKept;
    }
}
