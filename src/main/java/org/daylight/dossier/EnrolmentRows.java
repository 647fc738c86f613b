package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.daylight.scheme.LawfulBasis;
import org.daylight.scheme.PublishedScheme;
import org.daylight.store.Micros;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code enrolment}. */
final class EnrolmentRows {
    private final Handle handle;

    EnrolmentRows(Handle handle) {
        this.handle = handle;
    }

    /** A row; notice, basis and revision are there when the action is ENROLLED. */
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
        return handle.createQuery("SELECT * FROM enrolment WHERE citizen = :citizen AND scheme = :scheme"
                        + " ORDER BY position DESC LIMIT 1")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .map((rows, context) -> row(rows))
                .findOne();
    }

    /** Whether the citizen was enrolled when this many rows were known. */
    boolean isEnrolledAt(String scheme, String citizen, long position) {
        return handle.createQuery("SELECT action FROM enrolment"
                        + " WHERE citizen = :citizen AND scheme = :scheme AND position = :position")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("position", position)
                .mapTo(String.class)
                .findOne()
                .map(Action::valueOf)
                .filter(action -> action == Action.ENROLLED)
                .isPresent();
    }

    Row append(Row row, Optional<Row> latest, Instant recordedAt) {
        Row appended = row.at(latest.map(Row::position).orElse(0L) + 1, recordedAt);
        handle.createUpdate("INSERT INTO enrolment (citizen, scheme, position, action, notice, lawful_basis, revision,"
                        + " recorded_at, recorded_by) VALUES (:citizen, :scheme, :position, :action, :notice, :basis,"
                        + " :revision, :recordedAt, :recordedBy)")
                .bind("citizen", appended.citizen)
                .bind("scheme", appended.scheme)
                .bind("position", appended.position)
                .bind("action", appended.action.name())
                .bind("notice", appended.notice)
                .bind("basis", appended.lawfulBasis)
                .bind("revision", appended.revision)
                .bind("recordedAt", Micros.of(recordedAt))
                .bind("recordedBy", appended.recordedBy)
                .execute();
        return appended;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString("scheme"),
                rows.getString("citizen"),
                rows.getLong("position"),
                Action.valueOf(rows.getString("action")),
                rows.getString("notice"),
                rows.getString("lawful_basis"),
                rows.getString("revision"),
                Micros.instant(rows.getLong("recorded_at")),
                rows.getString("recorded_by"));
    }
}
