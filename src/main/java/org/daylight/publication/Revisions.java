package org.daylight.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.records.RecordStore;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.Sha256;
import org.jdbi.v3.core.Handle;

/** The tables {@code revision}, with all files of each revision that ever went live, and {@code publication}. */
record Revisions(RecordStore records) {
    /** Stores the revision and its publication, unless it is the scheme's last one already; durable on return. */
    Publication publish(RuleBase rules) {
        return records.write((session, recordedAt) -> {
            Handle handle = session.handle();
            Optional<Publication> last = last(handle, rules.scheme().id());
            if (last.isPresent() && last.get().revision().equals(rules.revision())) {
                return last.get();
            }
            keep(handle, rules, recordedAt);
            long position = handle.createQuery("SELECT coalesce(max(position), 0) + 1 FROM publication")
                    .mapTo(long.class)
                    .one();
            Publication publication = new Publication(position, rules.scheme().id(), rules.revision(), recordedAt);
            Publication.TABLE.insert(session, publication);
            return publication;
        });
    }

    private static void keep(Handle handle, RuleBase rules, Instant recordedAt) {
        boolean kept = handle.createQuery("SELECT count(*) FROM revision WHERE hash = :hash")
                        .bind("hash", rules.revision())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!kept) {
            handle.createUpdate("INSERT INTO revision (hash, scheme, recorded_at, archive)"
                            + " VALUES (:hash, :scheme, :at, :archive)")
                    .bind("hash", rules.revision())
                    .bind("scheme", rules.scheme().id())
                    .bind("at", recordedAt)
                    .bind("archive", rules.scheme().folder().archive())
                    .execute();
        }
    }

    /** The last publication of a scheme. */
    Optional<Publication> last(String scheme) {
        return records.read(session -> last(session.handle(), scheme));
    }

    /** The publications after a position, by whichever process, in their order. */
    List<Publication> after(long position) {
        return records.database().reading().withHandle(handle -> handle.createQuery(
                        Publication.TABLE.select() + " WHERE position > :position ORDER BY position")
                .bind("position", position)
                .map(Publication.TABLE.row())
                .list());
    }

    private static Optional<Publication> last(Handle handle, String scheme) {
        return handle.createQuery(Publication.TABLE.select() + " WHERE scheme = :scheme ORDER BY position DESC LIMIT 1")
                .bind("scheme", scheme)
                .map(Publication.TABLE.row())
                .findOne();
    }

    /** A kept revision's scheme and files. */
    record Kept(String scheme, SchemeFolder folder) {}

    /** The kept revision; empty when none has this hash, or its files no longer have it: altered rules must not run. */
    Optional<Kept> find(String hash) {
        return records.database().reading().withHandle(handle -> handle.createQuery(
                        "SELECT scheme, archive FROM revision WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> kept(row.getString("scheme"), row.getBytes("archive"), hash))
                .findOne()
                .flatMap(kept -> kept));
    }

    private static Optional<Kept> kept(String scheme, byte[] archive, String hash) {
        return Sha256.hex(archive).equals(hash)
                ? Optional.of(new Kept(scheme, SchemeFolder.fromArchive(archive)))
                : Optional.empty();
    }
}
