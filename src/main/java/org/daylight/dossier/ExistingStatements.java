package org.daylight.dossier;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.dossier.StatementRows.Stored;
import org.daylight.records.RecordSession;

/** What is stored of all that drafts name: looked up at once, and kept in step with what is let in after that. */
final class ExistingStatements {
    private final Map<StatementKey, Stored> stored;
    private final DossierPositions positions;

    private ExistingStatements(Map<StatementKey, Stored> stored, DossierPositions positions) {
        this.stored = stored;
        this.positions = positions;
    }

    static ExistingStatements of(RecordSession session, Collection<Draft> drafts) {
        Set<StatementKey> keys = new LinkedHashSet<>();
        Set<DossierKey> dossiers = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            if (draft.envelope().isIntact()) {
                keys.add(draft.key());
            }
            if (draft.namesDossier()) {
                dossiers.add(draft.dossierKey());
            }
            draft.retracts().ifPresent(keys::add);
        }
        return new ExistingStatements(
                new StatementRows(session).find(keys), DossierPositions.of(session.handle(), dossiers));
    }

    Optional<Stored> find(StatementKey key) {
        return Optional.ofNullable(stored.get(key));
    }

    boolean isEnrolled(DossierKey dossierKey) {
        return positions.isEnrolled(dossierKey);
    }

    /** The position of the next statement, which is taken by that. */
    long nextPosition(DossierKey dossierKey) {
        return positions.nextPosition(dossierKey);
    }

    void add(StoredStatement statement) {
        stored.put(statement.content().key(), new Stored(statement.header(), statement));
    }
}
