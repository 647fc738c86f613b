package org.daylight.dossier;

import java.util.List;
import org.daylight.records.RecordSession;

/**
 * Finds citizens whose records were made unreadable in the database itself, without an erasure: their keys were destroyed, or others
 * put in their place.
 */
public final class UnrecordedErasures {
    /** An erasure's leaf comes after those of the records it erased, so a record behind it cannot have a key that it destroyed. */
    private static final String AFTER_ERASURE = "SELECT s.citizen FROM %s s"
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
                        + " UNION ALL " + AFTER_ERASURE.formatted("statement")
                        + " UNION ALL " + AFTER_ERASURE.formatted("enrolment")
                        + " UNION ALL " + AFTER_ERASURE.formatted("decision") + ") k ORDER BY k.citizen")
                .mapTo(String.class)
                .list();
    }
}
