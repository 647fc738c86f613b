package org.daylight.publication;

import java.time.Instant;
import org.daylight.records.CanonicalObject;
import org.daylight.records.LoggedTable;
import org.daylight.store.TableColumns;

/** The going live of a scheme's revision; the scheme's publication at the highest position is the live one. */
record Publication(long position, String scheme, String revision, Instant liveAt) {
    static final LoggedTable<Publication> TABLE = new LoggedTable<>(
            TableColumns.of("publication", Publication.class, "position, scheme, hash, live_at"),
            Publication::title,
            Publication::canonical);

    String title() {
        return "publication " + position;
    }

    private byte[] canonical() {
        return CanonicalObject.record("publication")
                .with("liveAt", liveAt)
                .with("position", position)
                .with("revision", revision)
                .with("scheme", scheme)
                .bytes();
    }
}
