package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.CanonicalObject;
import org.daylight.records.RecordSession;
import org.daylight.records.Sealed;
import org.daylight.records.SealedFields;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.LawfulBasis;
import org.daylight.scheme.PublishedScheme;
import org.daylight.store.EpochMicros;
import org.daylight.store.RecordDamagedException;
import org.daylight.vault.RecordAddress;
import org.jspecify.annotations.Nullable;

/** The table {@code enrolment}. */
final class EnrolmentRows {
    private static final String ROW = "citizen, scheme, position, action, revision, recorded_at, recorded_by";

    private static final int ROWS_AT_ONCE = 1000;

    private final RecordSession session;

    EnrolmentRows(RecordSession session) {
        this.session = session;
    }

    /** A row; notice, basis and revision are there when the action is ENROLLED, unless its citizen was erased since. */
    record Row(
            String scheme,
            String citizen,
            long position,
            Action action,
            @Nullable String notice,
            @Nullable String lawfulBasis,
            @Nullable String revision,
            Instant recordedAt,
            String recordedBy) {

        static Row enrolled(PublishedScheme live, EnrolmentRequest request, String by) {
            return new Row(
                    live.scheme().id(),
                    request.citizen(),
                    0,
                    Action.ENROLLED,
                    request.notice(),
                    request.lawfulBasis(),
                    live.revision(),
                    Instant.EPOCH,
                    by);
        }

        static Row withdrawn(String scheme, String citizen, @Nullable String revision, String by) {
            return new Row(scheme, citizen, 0, Action.WITHDRAWN, null, null, revision, Instant.EPOCH, by);
        }

        Row at(long newPosition, Instant at) {
            return new Row(scheme, citizen, newPosition, action, notice, lawfulBasis, revision, at, recordedBy);
        }

        boolean isEnrolled() {
            return action == Action.ENROLLED;
        }

        boolean saysTheSameAs(Row other) {
            return action == other.action
                    && Objects.equals(notice, other.notice)
                    && Objects.equals(lawfulBasis, other.lawfulBasis);
        }

        private RecordAddress place() {
            return RecordAddress.of("enrolment", citizen, scheme, Long.toString(position));
        }

        private SealedPayload contents() {
            return SealedPayload.of(
                    notice == null || lawfulBasis == null
                            ? new SealedFields()
                            : new SealedFields().with(notice).with(lawfulBasis));
        }

        private Row with(SealedFields sealed) {
            return sealed.count() == 0
                    ? this
                    : new Row(
                            scheme,
                            citizen,
                            position,
                            action,
                            sealed.text(0),
                            sealed.text(1),
                            revision,
                            recordedAt,
                            recordedBy);
        }

        /** The canonical record. */
        byte[] record() {
            return CanonicalObject.record("enrolment")
                    .with("action", action.name())
                    .with("citizen", citizen)
                    .with("lawfulBasis", lawfulBasis)
                    .with("notice", notice)
                    .with("position", position)
                    .with("recordedAt", recordedAt)
                    .with("recordedBy", recordedBy)
                    .with("revision", revision)
                    .with("scheme", scheme)
                    .bytes();
        }

        Enrolment toEnrolment() {
            return new Enrolment(
                    scheme,
                    citizen,
                    Objects.requireNonNull(notice),
                    LawfulBasis.valueOf(Objects.requireNonNull(lawfulBasis)),
                    recordedAt,
                    Objects.requireNonNull(revision));
        }
    }

    enum Action {
        ENROLLED,
        WITHDRAWN
    }

    Optional<Row> latest(String scheme, String citizen) {
        return session.handle()
                .createQuery("SELECT " + ROW + ", " + Sealed.COLUMNS + " FROM enrolment"
                        + " WHERE citizen = :citizen AND scheme = :scheme ORDER BY position DESC LIMIT 1")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .map((rows, context) -> new Found(row(rows), Sealed.of(rows)))
                .findOne()
                .map(this::open);
    }

    /** Every enrolment and withdrawal, as it ought to be found in the log. */
    void each(Consumer<ExpectedLeaf> consumer) {
        try (Stream<ExpectedLeaf> all = session
                .handle()
                .createQuery("SELECT " + ROW + ", " + Sealed.COLUMNS + " FROM enrolment"
                        + " ORDER BY citizen, scheme, position")
                .setFetchSize(ROWS_AT_ONCE)
                .map((rows, context) -> logged(rows))
                .stream()) {
            all.forEach(consumer);
        }
    }

    private ExpectedLeaf logged(ResultSet rows) throws SQLException {
        Sealed sealed = Sealed.of(rows);
        String name = "enrolment " + rows.getLong("position") + " of `" + rows.getString("citizen") + "` in `"
                + rows.getString("scheme") + "`";
        try {
            Row row = row(rows);
            return session.logged(name, row.citizen, row.place(), sealed, payload -> row.with(payload.personal())
                    .record());
        } catch (RecordDamagedException noAction) {
            return ExpectedLeaf.altered(name, sealed.log(), sealed.leaf(), "its action is none");
        }
    }

    private record Found(Row row, Sealed sealed) {}

    private Row open(Found found) {
        return session.open(found.row().citizen(), found.row().place(), found.sealed(), payload -> found.row()
                        .with(payload.personal()))
                .orElse(found.row());
    }

    boolean isEnrolled(String scheme, String citizen) {
        return session.handle()
                .createQuery("SELECT action FROM enrolment WHERE citizen = :citizen AND scheme = :scheme"
                        + " ORDER BY position DESC LIMIT 1")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .mapTo(String.class)
                .findOne()
                .filter(Action.ENROLLED.name()::equals)
                .isPresent();
    }

    /** The schemes that a citizen has anything to do with. */
    List<String> schemes(String citizen) {
        return session.handle()
                .createQuery("SELECT DISTINCT scheme FROM enrolment WHERE citizen = :citizen ORDER BY scheme")
                .bind("citizen", citizen)
                .mapTo(String.class)
                .list();
    }

    /** What is in clear of the row that was the last one when this many were known. */
    Optional<Row> at(String scheme, String citizen, long position) {
        return session.handle()
                .createQuery("SELECT " + ROW + " FROM enrolment"
                        + " WHERE citizen = :citizen AND scheme = :scheme AND position = :position")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("position", position)
                .map((rows, context) -> row(rows))
                .findOne();
    }

    Row append(Row row, Optional<Row> latest, Instant recordedAt) {
        Row appended = row.at(latest.map(Row::position).orElse(0L) + 1, recordedAt);
        keep(appended);
        return appended;
    }

    /** Keeps a row that has its position already. */
    void keep(Row row) {
        Sealed sealed = session.seal(row.citizen, row.place(), row.contents(), row.record(), row.recordedAt);
        var insert = session.handle()
                .createUpdate("INSERT INTO enrolment (" + ROW + ", " + Sealed.COLUMNS + ") VALUES (:citizen, :scheme,"
                        + " :position, :action, :revision, :recordedAt, :recordedBy, " + Sealed.VALUES + ")")
                .bind("citizen", row.citizen)
                .bind("scheme", row.scheme)
                .bind("position", row.position)
                .bind("action", row.action.name())
                .bind("revision", row.revision)
                .bind("recordedAt", EpochMicros.of(row.recordedAt))
                .bind("recordedBy", row.recordedBy);
        sealed.bind(insert);
        insert.execute();
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString("scheme"),
                rows.getString("citizen"),
                rows.getLong("position"),
                action(rows.getString("action")),
                null,
                null,
                rows.getString("revision"),
                EpochMicros.instant(rows.getLong("recorded_at")),
                rows.getString("recorded_by"));
    }

    private static Action action(String name) {
        try {
            return Action.valueOf(name);
        } catch (IllegalArgumentException altered) {
            throw new RecordDamagedException("enrolment", "a row of `enrolment` was altered: its action is none");
        }
    }
}
