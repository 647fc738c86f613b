package org.daylight.publication;

import java.util.function.Consumer;
import org.daylight.ledger.Desk;
import org.daylight.log.LoggedRecord;

/** What was logged of publications, made anew from what is stored. */
public final class PublicationLog {
    private PublicationLog() {}

    public static void each(Desk desk, Consumer<LoggedRecord> consumer) {
        Publication.each(desk, consumer);
    }
}
