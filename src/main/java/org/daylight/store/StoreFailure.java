package org.daylight.store;

/** The store cannot be used or could not commit; nothing of the write that met it was kept, unless {@link #maybeKept}. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean maybeKept;

    public StoreFailure(String message) {
        super(message);
        this.maybeKept = false;
    }

    public StoreFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreFailure(String message, Throwable cause, boolean maybeKept) {
        super(message, cause);
        this.maybeKept = maybeKept;
    }

    /** When nobody knows whether the commit reached the disk. */
    static StoreFailure unanswered(Throwable cause) {
        return new StoreFailure("the store did not say whether the write is kept: " + cause.getMessage(), cause, true);
    }

    /** Whether the write may be kept all the same. */
    public boolean maybeKept() {
        return maybeKept;
    }
}
