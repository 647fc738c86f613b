package org.daylight.decision;

import java.util.function.Consumer;
import org.daylight.dossier.DossierLog;
import org.daylight.ledger.Desk;
import org.daylight.log.LoggedRecord;
import org.daylight.publication.PublicationLog;

/** What was logged, made anew from what is stored. */
public final class DecisionLog {
    private DecisionLog() {}

    public static void each(Desk desk, Consumer<LoggedRecord> consumer) {
        new DecisionRows(desk).each(consumer);
    }

    /** Every record of every kind. */
    public static void eachRecord(Desk desk, Consumer<LoggedRecord> consumer) {
        PublicationLog.each(desk, consumer);
        DossierLog.each(desk, consumer);
        each(desk, consumer);
    }
}
