package org.daylight.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.records.RecordSession;
import org.daylight.records.SealedPayload;
import org.daylight.store.InClause;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts statements into their tables, many at once. INVARIANT: what was added is stored after {@link #flush}. */
final class StatementInserts {
    private final RecordSession session;
    private final List<Fresh> waiting = new ArrayList<>();

    /** @param payload the statement's content, ready to be sealed */
    private record Fresh(StoredStatement statement, SealedPayload payload) {}

    StatementInserts(RecordSession session) {
        this.session = session;
    }

    /** @param payload the statement's content, ready to be sealed */
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
        waiting.forEach(fresh -> citizens.add(fresh.statement().header().citizen()));
        session.keys().fetch(citizens);
        insertStatements();
        insertKeys();
        waiting.clear();
    }

    private void insertStatements() {
        PreparedBatch batch = session.handle().prepareBatch(StatementRows.TABLE.insert());
        for (Fresh fresh : waiting) {
            StoredStatement statement = fresh.statement();
            StatementRows.TABLE.bind(session, batch, statement.header(), statement.content(), fresh.payload());
            batch.add();
        }
        batch.execute();
    }

    private void insertKeys() {
        PreparedBatch batch = session.handle()
                .prepareBatch("INSERT INTO statement_key (hmac, citizen, scheme, position)"
                        + " VALUES (:hmac, :citizen, :scheme, :position)");
        for (Fresh fresh : waiting) {
            StoredStatement.Header header = fresh.statement().header();
            StatementKey key = fresh.statement().content().key();
            batch.bind("hmac", StatementRows.blind(session, key))
                    .bind("citizen", header.citizen())
                    .bind("scheme", header.scheme())
                    .bind("position", header.position())
                    .add();
        }
        batch.execute();
    }
}
