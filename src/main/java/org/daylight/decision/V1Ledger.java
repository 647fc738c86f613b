package org.daylight.decision;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.daylight.dossier.DossierVersion;
import org.daylight.dossier.V1Dossiers;
import org.daylight.publication.V1Publications;
import org.daylight.records.RecordSession;
import org.daylight.records.RecordStore;
import org.daylight.store.EpochMicros;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The tables of the first version, in which everything was readable by whoever had the file and nothing was in a log. Migration
 * V3 has put them aside under names that begin with {@code v1_}.
 */
public final class V1Ledger {
    private static final Logger LOG = Logger.getLogger(V1Ledger.class);
    private static final int ROWS_AT_ONCE = 1000;

    private V1Ledger() {}

    /**
     * Seals and logs what such tables hold, in one write, and wipes them from the files. Does nothing where there are none; must
     * have been done before anything else is kept.
     */
    public static void moveOver(RecordStore records) {
        if (!records.read(session -> isThere(session.handle()))) {
            return;
        }
        boolean hadRows = records.write((session, recordedAt) -> {
            if (!isThere(session.handle())) {
                return false;
            }
            boolean rows = hasRows(session.handle());
            V1Publications.moveOver(session);
            V1Dossiers.moveOver(session);
            decisions(session);
            return rows;
        });
        if (hadRows) {
            records.database().rewrite();
            LOG.info("everything kept by the first version is sealed and logged now");
        }
    }

    private static void decisions(RecordSession session) {
        DecisionRows rows = new DecisionRows(session);
        try (Stream<Decision> decisions = session
                .handle()
                .createQuery("SELECT * FROM v1_decision ORDER BY citizen, id")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> decision(row))
                .stream()) {
            decisions.forEach(
                    one -> rows.insert(one.row(), one.body(), one.body().contents()));
        }
        session.handle().execute("DROP TABLE v1_decision");
    }

    private record Decision(DecisionRow row, DecisionBody body) {}

    private static Decision decision(ResultSet row) throws SQLException {
        DecisionRow clear = new DecisionRow(
                row.getString("id"),
                row.getString("scheme"),
                row.getString("citizen"),
                row.getString("revision"),
                EpochMicros.instant(row.getLong("as_of")),
                EpochMicros.instant(row.getLong("known_at")),
                new DossierVersion(row.getLong("dossier_position"), row.getLong("enrolment_position")),
                EpochMicros.instant(row.getLong("recorded_at")),
                row.getString("asked_by"));
        DecisionBody body = new DecisionBody(
                row.getString("service"),
                text(row, "request"),
                row.getString("engine"),
                row.getString("discloses"),
                row.getInt("decimals"),
                row.getString("dossier_hash"),
                text(row, "payload"),
                null);
        return new Decision(clear, body);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    private static boolean isThere(Handle handle) {
        try (ResultSet tables = handle.getConnection().getMetaData().getTables(null, null, "v1_decision", null)) {
            return tables.next();
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the database does not say which tables it has", unreadable);
        }
    }

    private static boolean hasRows(Handle handle) {
        return handle.createQuery("SELECT (SELECT count(*) FROM v1_publication) + (SELECT count(*) FROM v1_enrolment)"
                                + " + (SELECT count(*) FROM v1_statement) + (SELECT count(*) FROM v1_decision)")
                        .mapTo(long.class)
                        .one()
                > 0;
    }
}
