package org.daylight.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.ledger.Contents;
import org.daylight.ledger.Desk;
import org.daylight.ledger.Sealed;
import org.daylight.store.Chunk;
import org.daylight.store.Micros;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts statements into their tables, many at once. INVARIANT: what was added is stored after {@link #flush}. */
final class StatementInserts {
    private final Desk desk;
    private final List<Fresh> waiting = new ArrayList<>();

    /** @param contents the statement's body, ready to be sealed */
    private record Fresh(KeptStatement statement, Contents contents) {}

    StatementInserts(Desk desk) {
        this.desk = desk;
    }

    /** @param contents the statement's body, ready to be sealed */
    void add(KeptStatement statement, Contents contents) {
        waiting.add(new Fresh(statement, contents));
        if (waiting.size() == Chunk.MOST) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> citizens = new LinkedHashSet<>();
        waiting.forEach(fresh -> citizens.add(fresh.statement().row().citizen()));
        desk.keys().fetch(citizens);
        insertStatements();
        insertKeys();
        waiting.clear();
    }

    private void insertStatements() {
        PreparedBatch batch = desk.handle()
                .prepareBatch("INSERT INTO statement (" + StatementRows.ROW + ", " + Sealed.COLUMNS
                        + ") VALUES (:citizen, :scheme, :position, :kind, :validAt, :recordedAt, :recordedBy, :revision, "
                        + Sealed.VALUES + ")");
        for (Fresh fresh : waiting) {
            KeptStatement statement = fresh.statement();
            KeptStatement.Row row = statement.row();
            batch.bind("citizen", row.citizen())
                    .bind("scheme", row.scheme())
                    .bind("position", row.position())
                    .bind("kind", row.kind().name())
                    .bind("validAt", Micros.of(row.validAt()))
                    .bind("recordedAt", Micros.of(row.recordedAt()))
                    .bind("recordedBy", row.recordedBy())
                    .bind("revision", row.revision());
            desk.seal(row.citizen(), row.place(), fresh.contents(), statement.record(), row.recordedAt())
                    .bind(batch);
            batch.add();
        }
        batch.execute();
    }

    private void insertKeys() {
        PreparedBatch batch = desk.handle()
                .prepareBatch("INSERT INTO statement_key (hmac, citizen, scheme, position)"
                        + " VALUES (:hmac, :citizen, :scheme, :position)");
        for (Fresh fresh : waiting) {
            KeptStatement.Row row = fresh.statement().row();
            batch.bind(
                            "hmac",
                            StatementRows.blind(desk, fresh.statement().body().key()))
                    .bind("citizen", row.citizen())
                    .bind("scheme", row.scheme())
                    .bind("position", row.position())
                    .add();
        }
        batch.execute();
    }
}
