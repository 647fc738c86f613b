package org.daylight.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.records.RecordSession;
import org.daylight.records.RecordStore;
import org.daylight.scheme.Dossier;
import org.daylight.store.EpochMicros;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads dossiers: as known now, as known at a moment, or as known at a mark that was kept. */
public final class Dossiers {
    private final RecordStore records;

    public Dossiers(RecordStore records) {
        this.records = records;
    }

    /** All that is known now. */
    public KnownDossier known(String scheme, String citizen) {
        return known(scheme, citizen, null);
    }

    /**
     * What is known now.
     *
     * @param eventsSince events that occurred before it are left out; null for none
     */
    public KnownDossier known(String scheme, String citizen, @Nullable Instant eventsSince) {
        return known(scheme, citizen, Optional.empty(), eventsSince).known();
    }

    /**
     * What is known now, or was known at a moment.
     *
     * @param knownAt nothing that was recorded later counts; empty for now
     * @param eventsSince events that occurred before it are left out; null for none
     */
    public DatedDossier known(String scheme, String citizen, Optional<Instant> knownAt, @Nullable Instant eventsSince) {
        return records.read(session -> {
            DatedMark dated = knownAt.map(moment -> markAt(session.handle(), scheme, citizen, moment))
                    .orElseGet(() -> mark(session.handle(), scheme, citizen));
            return new DatedDossier(dated.knownAt(), read(session, scheme, citizen, dated.mark(), eventsSince));
        });
    }

    /**
     * What was known at a mark: the same statements, the same enrolment, the same hash, whatever was recorded since.
     *
     * @param eventsSince as it was given then
     */
    public KnownDossier at(String scheme, String citizen, DossierVersion version, @Nullable Instant eventsSince) {
        return records.read(session -> read(session, scheme, citizen, version, eventsSince));
    }

    /** Whether the citizen is enrolled now. */
    public boolean isEnrolled(String scheme, String citizen) {
        return records.read(session -> new EnrolmentRows(session).isEnrolled(scheme, citizen));
    }

    private record DatedMark(Instant knownAt, DossierVersion mark) {}

    /** In one query, so that all of it was true at one moment; what the positions name cannot change afterwards. */
    private static DatedMark mark(Handle handle, String scheme, String citizen) {
        return handle.createQuery("SELECT recorded_at,"
                        + " (SELECT max(position) FROM statement WHERE citizen = :citizen AND scheme = :scheme) AS s,"
                        + " (SELECT max(position) FROM enrolment WHERE citizen = :citizen AND scheme = :scheme) AS e"
                        + " FROM recording")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .map((rows, context) -> new DatedMark(
                        EpochMicros.instant(rows.getLong("recorded_at")),
                        new DossierVersion(rows.getLong("s"), rows.getLong("e"))))
                .one();
    }

    /** Positions are given in the order of recording, so the last one not recorded later is found from the end. */
    private static DatedMark markAt(Handle handle, String scheme, String citizen, Instant moment) {
        return new DatedMark(
                moment,
                new DossierVersion(
                        lastRecorded(handle, "statement", scheme, citizen, moment),
                        lastRecorded(handle, "enrolment", scheme, citizen, moment)));
    }

    private static long lastRecorded(Handle handle, String table, String scheme, String citizen, Instant moment) {
        return handle.createQuery("SELECT position FROM " + table + " WHERE citizen = :citizen AND scheme = :scheme"
                        + " AND recorded_at <= :moment ORDER BY position DESC LIMIT 1")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .bind("moment", EpochMicros.of(moment))
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    private static KnownDossier read(
            RecordSession session,
            String scheme,
            String citizen,
            DossierVersion version,
            @Nullable Instant eventsSince) {
        boolean enrolled = new EnrolmentRows(session)
                .at(scheme, citizen, version.enrolments())
                .filter(EnrolmentRows.Row::isEnrolled)
                .isPresent();
        List<StoredStatement> held =
                new StatementRows(session).upTo(scheme, citizen, version.statements(), eventsSince);
        Dossier dossier = new Dossier(
                scheme,
                citizen,
                enrolled,
                held.stream().map(StoredStatement::statement).toList());
        return new KnownDossier(dossier, version, DossierHash.of(scheme, citizen, enrolled, held));
    }
}
