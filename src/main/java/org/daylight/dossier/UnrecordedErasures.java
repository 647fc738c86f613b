package org.daylight.dossier;

import java.util.List;
import org.daylight.records.RecordSession;

/** Whose records were made unreadable without an erasure, past the doors: their keys were destroyed, or others put in their place. */
public final class UnrecordedErasures {
    /** An erasure comes behind everything that it erased, so what comes behind an erasure was sealed by a key that it left. */
    private static final String BEHIND = "SELECT s.citizen FROM %s s"
            + " JOIN citizen_key k ON k.citizen = s.citizen AND k.version = s.key_version AND k.wrapped IS NULL"
            + " JOIN erasure e ON e.citizen = k.citizen AND e.recorded_at = k.destroyed_at"
            + " WHERE s.log = e.log AND s.leaf > e.leaf";

    private UnrecordedErasures() {}

    /** The citizens, in order. */
    public static List<String> find(RecordSession session) {
        return session.handle()
                .createQuery("SELECT DISTINCT k.citizen FROM (SELECT citizen FROM citizen_key d WHERE d.wrapped IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM erasure e"
                        + " WHERE e.citizen = d.citizen AND e.recorded_at = d.destroyed_at)"
                        + " UNION ALL " + BEHIND.formatted("statement") + " UNION ALL " + BEHIND.formatted("enrolment")
                        + " UNION ALL " + BEHIND.formatted("decision") + ") k ORDER BY k.citizen")
                .mapTo(String.class)
                .list();
    }
}
