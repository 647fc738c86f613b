package org.daylight.decision;

import org.daylight.store.RecordDamagedException;

/** A decision cannot be read though nobody erased its citizen: its row was altered or damaged. */
public final class UnreadableDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableDecisionException(String id, RecordDamagedException altered) {
        super("decision " + id + " cannot be read: " + altered.getMessage(), altered);
    }
}
