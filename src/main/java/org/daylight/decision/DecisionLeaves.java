package org.daylight.decision;

import java.util.function.Consumer;
import org.daylight.dossier.Dossiers;
import org.daylight.log.ExpectedLeaf;
import org.daylight.publication.PublicationLeaves;
import org.daylight.records.RecordSession;

/** What was logged, made anew from what is stored. */
public final class DecisionLeaves {
    private DecisionLeaves() {}

    /** Every record of every kind. */
    public static void eachRecord(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        PublicationLeaves.each(session, consumer);
        Dossiers.eachLeaf(session, consumer);
        new DecisionRows(session).each(consumer);
    }
}
