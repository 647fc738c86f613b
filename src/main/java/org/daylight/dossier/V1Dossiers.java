package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.daylight.records.RecordSession;
import org.daylight.scheme.Statement;
import org.daylight.store.EpochMicros;
import org.jdbi.v3.core.statement.Query;

/** Enrolments and statements as the first version kept them: readable by whoever had the file, and in no log. */
public final class V1Dossiers {
    private static final int ROWS_AT_ONCE = 1000;

    private V1Dossiers() {}

    /** Keeps them as they are kept now, and forgets them as they were. */
    public static void moveOver(RecordSession session) {
        EnrolmentRows enrolments = new EnrolmentRows(session);
        try (Stream<EnrolmentRows.Row> rows =
                query(session, "SELECT * FROM v1_enrolment" + " ORDER BY citizen, scheme, position")
                        .map((row, context) -> enrolment(row))
                        .stream()) {
            rows.forEach(enrolments::keep);
        }
        StatementInserts statements = new StatementInserts(session);
        try (Stream<StoredStatement> rows =
                query(session, "SELECT * FROM v1_statement ORDER BY citizen, scheme, position")
                        .map((row, context) -> statement(row))
                        .stream()) {
            rows.forEach(statement -> statements.add(statement, statement.body().contents()));
        }
        statements.flush();
        session.handle().execute("DROP TABLE v1_statement_key");
        session.handle().execute("DROP TABLE v1_statement");
        session.handle().execute("DROP TABLE v1_enrolment");
    }

    private static Query query(RecordSession session, String sql) {
        return session.handle().createQuery(sql).setFetchSize(ROWS_AT_ONCE);
    }

    private static EnrolmentRows.Row enrolment(ResultSet row) throws SQLException {
        return new EnrolmentRows.Row(
                row.getString("scheme"),
                row.getString("citizen"),
                row.getLong("position"),
                EnrolmentRows.Action.valueOf(row.getString("action")),
                row.getString("notice"),
                row.getString("lawful_basis"),
                row.getString("revision"),
                EpochMicros.instant(row.getLong("recorded_at")),
                row.getString("recorded_by"));
    }

    private static StoredStatement statement(ResultSet row) throws SQLException {
        StoredStatement.Row clear = new StoredStatement.Row(
                row.getString("citizen"),
                row.getString("scheme"),
                row.getLong("position"),
                Statement.Kind.valueOf(row.getString("kind")),
                EpochMicros.instant(row.getLong("valid_at")),
                EpochMicros.instant(row.getLong("recorded_at")),
                row.getString("recorded_by"),
                row.getString("revision"));
        StoredStatement.Body body = new StoredStatement.Body(
                row.getString("type"),
                new StatementKey(row.getString("source"), row.getString("id")),
                new Payload(row.getBytes("payload")),
                row.getString("digest"));
        return new StoredStatement(clear, body);
    }
}
