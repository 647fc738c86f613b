package org.daylight.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.dossier.StoredEnrolment.Action;
import org.daylight.dossier.StoredEnrolment.Content;
import org.daylight.dossier.StoredEnrolment.Header;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;
import org.daylight.records.SealedPayload;
import org.daylight.records.SealedTable;
import org.daylight.store.TableColumns;

/** The table {@code enrolment}. */
record EnrolmentRows(RecordSession session) {
    private static final TableColumns<Header> HEADER = TableColumns.of(
            "enrolment", Header.class, "citizen, scheme, position, action, revision, recorded_at, recorded_by");

    private static final SealedTable<Header, Content> TABLE = new SealedTable<>(
            HEADER,
            List.of("citizen", "scheme", "position"),
            "enrolment %3$s of `%1$s` in `%2$s`",
            Content::of,
            (header, content) -> new StoredEnrolment(header, content).canonical());

    /** The latest enrolment or withdrawal, without its content when that was erased; empty when nothing was recorded yet. */
    Optional<StoredEnrolment> latest(String scheme, String citizen) {
        return session.handle()
                .select(
                        TABLE.select() + " WHERE citizen = ? AND scheme = ? ORDER BY position DESC LIMIT 1",
                        citizen,
                        scheme)
                .map(TABLE.row())
                .findOne()
                .map(row -> TABLE.open(session, row, StoredEnrolment::new)
                        .orElseGet(() -> new StoredEnrolment(row.header(), Content.NOTHING)));
    }

    /** Whether the citizen was enrolled as of the enrolment or withdrawal at this position. */
    boolean wasEnrolled(String scheme, String citizen, long position) {
        return session.handle()
                .select(
                        "SELECT " + HEADER.names()
                                + " FROM enrolment WHERE citizen = ? AND scheme = ? AND position = ?",
                        citizen,
                        scheme,
                        position)
                .map(HEADER)
                .findOne()
                .filter(header -> header.action() == Action.ENROLLED)
                .isPresent();
    }

    /** The schemes in which a citizen was ever enrolled, in order. */
    List<String> schemes(String citizen) {
        return session.handle()
                .select("SELECT DISTINCT scheme FROM enrolment WHERE citizen = ? ORDER BY scheme", citizen)
                .mapTo(String.class)
                .list();
    }

    /** Stores an enrolment or withdrawal at the position behind the latest one, and returns it with position and moment. */
    StoredEnrolment append(StoredEnrolment next, Optional<StoredEnrolment> latest, Instant recordedAt) {
        long position = latest.map(before -> before.header().position()).orElse(0L) + 1;
        StoredEnrolment placed = new StoredEnrolment(next.header().at(position, recordedAt), next.content());
        SealedPayload payload = SealedPayload.of(placed.content().fields());
        TABLE.insert(session, placed.header(), placed.content(), payload);
        return placed;
    }

    /** Hands over the leaf that each enrolment and withdrawal ought to have. */
    void each(Consumer<ExpectedLeaf> consumer) {
        TABLE.each(session, consumer);
    }
}
