package org.daylight.store;

/**
 * A stored record cannot be read, though nobody erased it: it was altered, or damaged. Asking again does not help. The message
 * says what is wrong with which kind of record, and nothing of what the record says or whom it is about.
 */
public final class RecordDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /** @param kind the table that holds such records, or {@code log} for the log */
    public RecordDamagedException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    public RecordDamagedException(String kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The kind of record, such as {@code statement}. */
    public String kind() {
        return kind;
    }
}
