package org.daylight.dossier;

import java.util.function.Consumer;
import org.daylight.ledger.Desk;
import org.daylight.log.LoggedRecord;

/** What was logged of enrolments, statements and erasures, made anew from what is stored. */
public final class DossierLog {
    private DossierLog() {}

    public static void each(Desk desk, Consumer<LoggedRecord> consumer) {
        new EnrolmentRows(desk).each(consumer);
        new StatementRows(desk).each(consumer);
        new ErasureRows(desk).each(consumer);
    }
}
