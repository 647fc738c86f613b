package org.daylight.decision;

import org.daylight.store.RecordDamagedException;

/** Thrown when a decision must be read that cannot be, though nobody erased its citizen: what is stored of it was altered. */
public final class UnreadableDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableDecisionException(String id, RecordDamagedException altered) {
        super("decision " + id + " cannot be read: " + altered.getMessage(), altered);
    }
}
