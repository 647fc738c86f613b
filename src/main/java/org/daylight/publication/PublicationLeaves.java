package org.daylight.publication;

import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;

/** What was logged of publications, made anew from what is stored. */
public final class PublicationLeaves {
    private PublicationLeaves() {}

    public static void each(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        Publication.each(session, consumer);
    }
}
