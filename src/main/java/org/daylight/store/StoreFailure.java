package org.daylight.store;

/** The store cannot be used or could not commit; nothing of the write that met it was kept, unless it says otherwise. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
