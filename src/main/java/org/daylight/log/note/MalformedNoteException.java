package org.daylight.log.note;

/** A text of the log is not what its format says; the message names the line. */
public final class MalformedNoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public MalformedNoteException(String what) {
        super(what);
        this.what = what;
    }

    /** The message, which is never null. */
    public String what() {
        return what;
    }
}
