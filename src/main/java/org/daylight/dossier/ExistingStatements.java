package org.daylight.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.dossier.StatementRows.Stored;
import org.daylight.records.RecordSession;
import org.daylight.store.InClause;
import org.jdbi.v3.core.statement.Query;

/**
 * The stored state that drafts are checked against: the statements that they name, the enrolments, and the last positions. It is
 * looked up at once, and kept up to date with each statement that is admitted.
 */
final class ExistingStatements {
    private final Map<StatementKey, Stored> stored;
    private final Set<DossierKey> enrolled = new HashSet<>();
    private final Map<DossierKey, Long> positions = new HashMap<>();

    ExistingStatements(RecordSession session, Collection<StatementDraft> drafts) {
        Set<StatementKey> keys = new LinkedHashSet<>();
        Set<DossierKey> dossiers = new LinkedHashSet<>();
        for (StatementDraft draft : drafts) {
            if (draft.envelope().isIntact()) {
                keys.add(draft.key());
            }
            if (draft.namesDossier()) {
                dossiers.add(draft.dossierKey());
            }
            draft.retracts().ifPresent(keys::add);
        }
        stored = new StatementRows(session).find(keys);
        InClause.each(dossiers, chunk -> readDossiers(session, chunk));
    }

    private void readDossiers(RecordSession session, InClause<DossierKey> chunk) {
        Query query = session.handle()
                .createQuery("WITH requested (scheme, citizen) AS (VALUES " + chunk.marks("(?, ?)") + ")"
                        + " SELECT scheme, citizen,"
                        + " (SELECT max(s.position) FROM statement s"
                        + " WHERE s.citizen = requested.citizen AND s.scheme = requested.scheme) AS statements,"
                        + " (SELECT e.action FROM enrolment e WHERE e.citizen = requested.citizen AND e.scheme = requested.scheme"
                        + " ORDER BY e.position DESC LIMIT 1) AS action FROM requested");
        chunk.bind(query, dossierKey -> List.of(dossierKey.scheme(), dossierKey.citizen()));
        query.map((rows, context) -> {
                    DossierKey dossierKey = new DossierKey(rows.getString("scheme"), rows.getString("citizen"));
                    positions.put(dossierKey, rows.getLong("statements"));
                    if (StoredEnrolment.Action.ENROLLED.name().equals(rows.getString("action"))) {
                        enrolled.add(dossierKey);
                    }
                    return dossierKey;
                })
                .list();
    }

    Optional<Stored> find(StatementKey key) {
        return Optional.ofNullable(stored.get(key));
    }

    boolean isEnrolled(DossierKey dossierKey) {
        return enrolled.contains(dossierKey);
    }

    /** Takes the position for the next statement. */
    long nextPosition(DossierKey dossierKey) {
        return positions.merge(dossierKey, 1L, Long::sum);
    }

    void add(StoredStatement statement) {
        stored.put(statement.content().key(), new Stored(statement.header(), statement));
    }
}
