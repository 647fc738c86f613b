package org.daylight.dossier;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.dossier.StatementRows.Stored;
import org.daylight.ledger.Desk;

/** What is stored of all that drafts name: looked up at once, and kept in step with what is let in after that. */
final class Stock {
    private final Map<StatementKey, Stored> stored;
    private final Shelves shelves;

    private Stock(Map<StatementKey, Stored> stored, Shelves shelves) {
        this.stored = stored;
        this.shelves = shelves;
    }

    static Stock of(Desk desk, Collection<Draft> drafts) {
        Set<StatementKey> keys = new LinkedHashSet<>();
        Set<Shelf> asked = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            if (draft.envelope().isIntact()) {
                keys.add(draft.key());
            }
            if (draft.namesShelf()) {
                asked.add(draft.shelf());
            }
            draft.retracts().ifPresent(keys::add);
        }
        return new Stock(new StatementRows(desk).find(keys), Shelves.of(desk.handle(), asked));
    }

    Optional<Stored> find(StatementKey key) {
        return Optional.ofNullable(stored.get(key));
    }

    boolean isEnrolled(Shelf shelf) {
        return shelves.isEnrolled(shelf);
    }

    /** The position of the next statement, which is taken by that. */
    long nextPosition(Shelf shelf) {
        return shelves.nextPosition(shelf);
    }

    void add(KeptStatement statement) {
        stored.put(statement.body().key(), new Stored(statement.row(), statement));
    }
}
