package org.daylight.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.store.InClause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Who is enrolled, and how many statements there are, as one write sees them: looked up once, and counted on from there. */
final class DossierPositions {
    private final Set<DossierKey> enrolled = new HashSet<>();
    private final Map<DossierKey, Long> statements = new HashMap<>();

    private DossierPositions() {}

    static DossierPositions of(Handle handle, Collection<DossierKey> dossiers) {
        DossierPositions positions = new DossierPositions();
        InClause.each(dossiers, chunk -> {
            Query query =
                    handle.createQuery("WITH requested (scheme, citizen) AS (VALUES " + chunk.marks("(?, ?)") + ")"
                            + " SELECT scheme, citizen,"
                            + " (SELECT max(s.position) FROM statement s"
                            + " WHERE s.citizen = requested.citizen AND s.scheme = requested.scheme) AS statements,"
                            + " (SELECT e.action FROM enrolment e WHERE e.citizen = requested.citizen AND e.scheme = requested.scheme"
                            + " ORDER BY e.position DESC LIMIT 1) AS action FROM requested");
            chunk.bind(query, dossierKey -> List.of(dossierKey.scheme(), dossierKey.citizen()));
            query.map((rows, context) -> {
                        DossierKey dossierKey = new DossierKey(rows.getString("scheme"), rows.getString("citizen"));
                        positions.statements.put(dossierKey, rows.getLong("statements"));
                        return StoredEnrolment.Action.ENROLLED.name().equals(rows.getString("action"))
                                && positions.enrolled.add(dossierKey);
                    })
                    .list();
        });
        return positions;
    }

    boolean isEnrolled(DossierKey dossierKey) {
        return enrolled.contains(dossierKey);
    }

    /** The position of the next statement, which is taken by that. */
    long nextPosition(DossierKey dossierKey) {
        return statements.merge(dossierKey, 1L, Long::sum);
    }
}
