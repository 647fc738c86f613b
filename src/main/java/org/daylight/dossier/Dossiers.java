package org.daylight.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;
import org.daylight.records.RecordStore;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.daylight.store.TableColumns;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads dossiers: as known now, as known at a moment, or as known in a version that was kept. */
public final class Dossiers {
    private static final TableColumns<Point> POINT =
            TableColumns.of("recording", Point.class, "statements, enrolments, recorded_at");

    private final RecordStore records;

    private record Point(DossierVersion version, Instant knownAt) {}

    public Dossiers(RecordStore records) {
        this.records = records;
    }

    /** The dossier as known now. */
    public DossierSnapshot known(String scheme, String citizen) {
        return known(scheme, citizen, Optional.empty(), null);
    }

    /**
     * The dossier as known now, or as known at a moment.
     *
     * @param knownAt the moment; nothing that was recorded later counts. Empty for now
     * @param eventsSince events that occurred before it are left out; null for none
     */
    public DossierSnapshot known(
            String scheme, String citizen, Optional<Instant> knownAt, @Nullable Instant eventsSince) {
        return records.read(session -> {
            Point point = knownAt.map(moment -> at(session.handle(), scheme, citizen, moment))
                    .orElseGet(() -> now(session.handle(), scheme, citizen));
            return read(session, scheme, citizen, point, eventsSince);
        });
    }

    /**
     * The dossier in a version: the same statements, enrolment and hash, whatever was recorded since.
     *
     * @param knownAt the moment that goes with the version
     * @param eventsSince as it was given then
     */
    public DossierSnapshot at(
            String scheme, String citizen, DossierVersion version, Instant knownAt, @Nullable Instant eventsSince) {
        return records.read(session -> read(session, scheme, citizen, new Point(version, knownAt), eventsSince));
    }

    /** Hands over the leaf that each enrolment, statement and erasure ought to have, made anew from its row. */
    public static void eachLeaf(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        new EnrolmentRows(session).each(consumer);
        new StatementRows(session).each(consumer);
        new ErasureRows(session).each(consumer);
    }

    /** In one query, so that all of it was true at one moment; the rows up to these positions cannot change afterwards. */
    private static Point now(Handle handle, String scheme, String citizen) {
        return handle.createQuery("SELECT"
                        + " (SELECT max(position) FROM statement WHERE citizen = :citizen AND scheme = :scheme),"
                        + " (SELECT max(position) FROM enrolment WHERE citizen = :citizen AND scheme = :scheme),"
                        + " recorded_at FROM recording")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .map(POINT)
                .one();
    }

    /** Positions follow the order of recording, so the last one that was not recorded later is found from the end. */
    private static Point at(Handle handle, String scheme, String citizen, Instant moment) {
        DossierVersion version = new DossierVersion(
                lastRecorded(handle, "statement", scheme, citizen, moment),
                lastRecorded(handle, "enrolment", scheme, citizen, moment));
        return new Point(version, moment);
    }

    private static long lastRecorded(Handle handle, String table, String scheme, String citizen, Instant moment) {
        return handle.select(
                        "SELECT position FROM " + table + " WHERE citizen = ? AND scheme = ? AND recorded_at <= ?"
                                + " ORDER BY position DESC LIMIT 1",
                        citizen,
                        scheme,
                        moment)
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    private static DossierSnapshot read(
            RecordSession session, String scheme, String citizen, Point point, @Nullable Instant eventsSince) {
        boolean enrolled = new EnrolmentRows(session)
                .wasEnrolled(scheme, citizen, point.version().enrolments());
        List<StoredStatement> stored =
                new StatementRows(session).upTo(scheme, citizen, point.version().statements(), eventsSince);
        List<Statement> statements =
                stored.stream().map(StoredStatement::statement).toList();
        return new DossierSnapshot(
                new Dossier(scheme, citizen, enrolled, statements),
                point.version(),
                DossierHash.of(scheme, citizen, enrolled, stored),
                point.knownAt());
    }
}
