package org.daylight.dossier;

import java.util.List;
import org.daylight.ledger.Desk;

/** Whose keys were destroyed without an erasure: somebody made their records unreadable, past the doors. */
public final class UnrecordedErasures {
    private UnrecordedErasures() {}

    /** The citizens, in order. */
    public static List<String> find(Desk desk) {
        return desk.handle()
                .createQuery("SELECT DISTINCT k.citizen FROM citizen_key k WHERE k.wrapped IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM erasure e"
                        + " WHERE e.citizen = k.citizen AND e.recorded_at = k.destroyed_at)"
                        + " ORDER BY k.citizen")
                .mapTo(String.class)
                .list();
    }
}
