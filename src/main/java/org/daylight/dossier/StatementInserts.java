package org.daylight.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.records.RecordSession;
import org.daylight.records.Sealed;
import org.daylight.records.SealedPayload;
import org.daylight.store.EpochMicros;
import org.daylight.store.InClause;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts statements into their tables, many at once. INVARIANT: what was added is stored after {@link #flush}. */
final class StatementInserts {
    private final RecordSession session;
    private final List<Fresh> waiting = new ArrayList<>();

    /** @param payload the statement's body, ready to be sealed */
    private record Fresh(StoredStatement statement, SealedPayload contents) {}

    StatementInserts(RecordSession session) {
        this.session = session;
    }

    /** @param payload the statement's body, ready to be sealed */
    void add(StoredStatement statement, SealedPayload payload) {
        waiting.add(new Fresh(statement, payload));
        if (waiting.size() == InClause.MOST) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> citizens = new LinkedHashSet<>();
        waiting.forEach(fresh -> citizens.add(fresh.statement().row().citizen()));
        session.keys().fetch(citizens);
        insertStatements();
        insertKeys();
        waiting.clear();
    }

    private void insertStatements() {
        PreparedBatch batch = session.handle()
                .prepareBatch("INSERT INTO statement (" + StatementRows.ROW + ", " + Sealed.COLUMNS
                        + ") VALUES (:citizen, :scheme, :position, :kind, :validAt, :recordedAt, :recordedBy, :revision, "
                        + Sealed.VALUES + ")");
        for (Fresh fresh : waiting) {
            StoredStatement statement = fresh.statement();
            StoredStatement.Row row = statement.row();
            batch.bind("citizen", row.citizen())
                    .bind("scheme", row.scheme())
                    .bind("position", row.position())
                    .bind("kind", row.kind().name())
                    .bind("validAt", EpochMicros.of(row.validAt()))
                    .bind("recordedAt", EpochMicros.of(row.recordedAt()))
                    .bind("recordedBy", row.recordedBy())
                    .bind("revision", row.revision());
            session.seal(row.citizen(), row.place(), fresh.contents(), statement.record(), row.recordedAt())
                    .bind(batch);
            batch.add();
        }
        batch.execute();
    }

    private void insertKeys() {
        PreparedBatch batch = session.handle()
                .prepareBatch("INSERT INTO statement_key (hmac, citizen, scheme, position)"
                        + " VALUES (:hmac, :citizen, :scheme, :position)");
        for (Fresh fresh : waiting) {
            StoredStatement.Row row = fresh.statement().row();
            batch.bind(
                            "hmac",
                            StatementRows.blind(
                                    session, fresh.statement().body().key()))
                    .bind("citizen", row.citizen())
                    .bind("scheme", row.scheme())
                    .bind("position", row.position())
                    .add();
        }
        batch.execute();
    }
}
