package org.daylight.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.daylight.scheme.Statement;
import org.daylight.store.Micros;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code statement} and {@code statement_key}. */
final class StatementRows {
    private static final String ARM =
            "SELECT position, source, id, kind, type, valid_at, recorded_at, payload FROM statement"
                    + " WHERE citizen = :citizen AND scheme = :scheme AND +position <= :position AND kind = ";

    /**
     * One arm for each kind, so that each is a range of the index by time. The plus, and sorting elsewhere, keep the planner
     * from walking all positions instead, the events outside the look-back among them.
     */
    static final String UP_TO =
            ARM + "'FACT' UNION ALL " + ARM + "'RETRACTION' UNION ALL " + ARM + "'EVENT' AND valid_at >= :since";

    private final Handle handle;

    StatementRows(Handle handle) {
        this.handle = handle;
    }

    /** A stored statement without what it carries. */
    record Stored(Accepted accepted, Statement.Kind kind, String digest) {
        boolean isAbout(Envelope envelope) {
            return accepted.citizen().equals(envelope.citizen())
                    && accepted.scheme().equals(envelope.scheme());
        }
    }

    /** A statement of a dossier, with what its data was read from. */
    record Held(long position, Statement statement, Payload payload) {}

    Optional<Stored> find(StatementKey key) {
        return handle.createQuery(
                        "SELECT s.source, s.id, s.scheme, s.type, s.citizen, s.recorded_at, s.revision, s.kind,"
                                + " s.digest FROM statement_key k JOIN statement s ON s.citizen = k.citizen"
                                + " AND s.scheme = k.scheme AND s.position = k.position"
                                + " WHERE k.source = :source AND k.id = :id")
                .bind("source", key.source())
                .bind("id", key.id())
                .map((rows, context) -> stored(rows))
                .findOne();
    }

    /** How many statements there are; their positions are 1 to this. */
    long count(String scheme, String citizen) {
        return handle.createQuery("SELECT coalesce(max(position), 0) FROM statement"
                        + " WHERE citizen = :citizen AND scheme = :scheme")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .mapTo(long.class)
                .one();
    }

    Stored append(Envelope envelope, Draft.Content content, long position, Instant recordedAt, String recordedBy) {
        handle.createUpdate(
                        "INSERT INTO statement (citizen, scheme, position, kind, type, valid_at, recorded_at, revision,"
                                + " source, id, recorded_by, payload, digest) VALUES (:citizen, :scheme, :position, :kind, :type,"
                                + " :validAt, :recordedAt, :revision, :source, :id, :recordedBy, :payload, :digest)")
                .bind("citizen", envelope.citizen())
                .bind("scheme", envelope.scheme())
                .bind("position", position)
                .bind("kind", content.kind().name())
                .bind("type", envelope.type())
                .bind("validAt", Micros.of(envelope.validAt()))
                .bind("recordedAt", Micros.of(recordedAt))
                .bind("revision", content.revision())
                .bind("source", envelope.key().source())
                .bind("id", envelope.key().id())
                .bind("recordedBy", recordedBy)
                .bind("payload", content.payload().bytes())
                .bind("digest", envelope.digest())
                .execute();
        handle.createUpdate("INSERT INTO statement_key (source, id, citizen, scheme, position)"
                        + " VALUES (:source, :id, :citizen, :scheme, :position)")
                .bind("source", envelope.key().source())
                .bind("id", envelope.key().id())
                .bind("citizen", envelope.citizen())
                .bind("scheme", envelope.scheme())
                .bind("position", position)
                .execute();
        Accepted accepted = new Accepted(
                envelope.key().source(),
                envelope.key().id(),
                envelope.scheme(),
                envelope.type(),
                envelope.citizen(),
                recordedAt,
                content.revision());
        return new Stored(accepted, content.kind(), envelope.digest());
    }

    /**
     * The statements at positions up to the given one, in their order.
     *
     * @param eventsSince events that occurred before it are left out, unread; null for none. Facts and retractions are all
     *     read, as an old one may still hold
     */
    List<Held> upTo(String scheme, String citizen, long position, @Nullable Instant eventsSince) {
        return handle
                .createQuery(UP_TO)
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("position", position)
                .bind("since", eventsSince == null ? Long.MIN_VALUE : Micros.of(eventsSince))
                .map((rows, context) -> held(rows))
                .stream()
                .sorted(Comparator.comparingLong(Held::position))
                .toList();
    }

    private static Stored stored(ResultSet rows) throws SQLException {
        Accepted accepted = new Accepted(
                rows.getString("source"),
                rows.getString("id"),
                rows.getString("scheme"),
                rows.getString("type"),
                rows.getString("citizen"),
                Micros.instant(rows.getLong("recorded_at")),
                rows.getString("revision"));
        return new Stored(accepted, Statement.Kind.valueOf(rows.getString("kind")), rows.getString("digest"));
    }

    private static Held held(ResultSet rows) throws SQLException {
        Payload payload = new Payload(Objects.requireNonNull(rows.getBytes("payload")));
        Statement statement = new Statement(
                rows.getString("source"),
                rows.getString("id"),
                Statement.Kind.valueOf(rows.getString("kind")),
                rows.getString("type"),
                Micros.instant(rows.getLong("valid_at")),
                Micros.instant(rows.getLong("recorded_at")),
                payload.data());
        return new Held(rows.getLong("position"), statement, payload);
    }
}
