package org.daylight.dossier;

import java.time.Instant;
import java.util.List;
import org.daylight.scheme.Dossier;
import org.daylight.store.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads dossiers: as known now, or as known at a mark that was kept. */
public final class Dossiers {
    private final Database database;

    public Dossiers(Database database) {
        this.database = database;
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
        return database.reading()
                .withHandle(handle -> read(handle, scheme, citizen, mark(handle, scheme, citizen), eventsSince));
    }

    /**
     * What was known at a mark: the same statements, the same enrolment, the same hash, whatever was recorded since.
     *
     * @param eventsSince as it was given then
     */
    public KnownDossier at(String scheme, String citizen, Mark mark, @Nullable Instant eventsSince) {
        return database.reading().withHandle(handle -> read(handle, scheme, citizen, mark, eventsSince));
    }

    /** Whether the citizen is enrolled now. */
    public boolean isEnrolled(String scheme, String citizen) {
        return database.reading().withHandle(handle -> new EnrolmentRows(handle)
                .latest(scheme, citizen)
                .filter(EnrolmentRows.Row::isEnrolled)
                .isPresent());
    }

    /** Both positions in one query, so that they were true at one moment; what they name cannot change afterwards. */
    private static Mark mark(Handle handle, String scheme, String citizen) {
        return handle.createQuery("SELECT"
                        + " (SELECT max(position) FROM statement WHERE citizen = :citizen AND scheme = :scheme) AS s,"
                        + " (SELECT max(position) FROM enrolment WHERE citizen = :citizen AND scheme = :scheme) AS e")
                .bind("citizen", citizen)
                .bind("scheme", scheme)
                .map((rows, context) -> new Mark(rows.getLong("s"), rows.getLong("e")))
                .one();
    }

    private static KnownDossier read(
            Handle handle, String scheme, String citizen, Mark mark, @Nullable Instant eventsSince) {
        boolean enrolled = new EnrolmentRows(handle).isEnrolledAt(scheme, citizen, mark.enrolments());
        List<StatementRows.Held> held = new StatementRows(handle).upTo(scheme, citizen, mark.statements(), eventsSince);
        Dossier dossier = new Dossier(
                scheme,
                citizen,
                enrolled,
                held.stream().map(StatementRows.Held::statement).toList());
        return new KnownDossier(dossier, mark, DossierHash.of(scheme, citizen, enrolled, held));
    }
}
