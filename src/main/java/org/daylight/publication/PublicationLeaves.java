package org.daylight.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;
import org.daylight.scheme.Sha256;
import org.daylight.store.EpochMicros;

/** The leaves of publications, made anew from what is stored. */
public final class PublicationLeaves {
    private PublicationLeaves() {}

    /**
     * Hands over the leaf that each publication ought to have. The revision in it vouches for the revision's files, being their hash.
     */
    public static void each(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        Set<String> revisions = new HashSet<>();
        session.handle()
                .createQuery("SELECT " + Publication.TABLE.names() + ", kept_scheme, kept_at, archive FROM publication"
                        + " LEFT JOIN (SELECT hash AS kept, scheme AS kept_scheme, recorded_at AS kept_at, archive"
                        + " FROM revision) r ON kept = hash ORDER BY position")
                .map((row, context) -> expected(row, Publication.TABLE.row().map(row, context), revisions::add))
                .useStream(leaves -> leaves.forEach(consumer));
    }

    /** @param isFirst whether a revision was not seen before */
    private static ExpectedLeaf expected(ResultSet row, Publication publication, Predicate<String> isFirst)
            throws SQLException {
        Optional<String> altered = altered(row, publication, isFirst.test(publication.revision()));
        return altered.isPresent()
                ? ExpectedLeaf.altered(publication.title(), row.getLong("log"), row.getLong("leaf"), altered.get())
                : Publication.TABLE.expected(row, publication);
    }

    /** The problem with the revision's row, if any; it is stored when the revision goes live for the first time. */
    private static Optional<String> altered(ResultSet row, Publication publication, boolean first) throws SQLException {
        String revision = "its revision " + publication.revision();
        byte[] archive = row.getBytes("archive");
        if (archive == null) {
            return Optional.of(revision + " is missing");
        }
        if (!Sha256.hex(archive).equals(publication.revision())) {
            return Optional.of("the files of " + revision + " are not those that it is the hash of");
        }
        if (!publication.scheme().equals(row.getString("kept_scheme"))) {
            return Optional.of(revision + " is kept for another scheme");
        }
        return first && EpochMicros.of(publication.liveAt()) != row.getLong("kept_at")
                ? Optional.of(revision + " was kept at another moment")
                : Optional.empty();
    }
}
