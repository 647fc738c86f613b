package org.daylight.publication;

import java.util.List;
import org.daylight.records.RecordSession;

/** Publications as the first version kept them: in no log. */
public final class V1Publications {
    private V1Publications() {}

    /** Keeps them as they are kept now, and forgets them as they were. */
    public static void moveOver(RecordSession session) {
        List<Publication> kept = session.handle()
                .createQuery("SELECT position, scheme, hash, live_at FROM v1_publication ORDER BY position")
                .map((row, context) -> Publication.of(row))
                .list();
        kept.forEach(publication -> publication.keep(session));
        session.handle().execute("DROP TABLE v1_publication");
    }
}
