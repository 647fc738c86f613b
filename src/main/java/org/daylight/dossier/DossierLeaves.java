package org.daylight.dossier;

import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.records.RecordSession;

/** What was logged of enrolments, statements and erasures, made anew from what is stored. */
public final class DossierLeaves {
    private DossierLeaves() {}

    public static void each(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        new EnrolmentRows(session).each(consumer);
        new StatementRows(session).each(consumer);
        new ErasureRows(session).each(consumer);
    }
}
