package org.daylight.decision;

import java.util.function.Consumer;
import org.daylight.dossier.Dossiers;
import org.daylight.log.ExpectedLeaf;
import org.daylight.publication.PublicationLeaves;
import org.daylight.records.RecordSession;

/** The leaves that all records of the store ought to have, made anew from their rows. */
public final class DecisionLeaves {
    private DecisionLeaves() {}

    /** Hands over the leaf of every record of every kind. */
    public static void eachRecord(RecordSession session, Consumer<ExpectedLeaf> consumer) {
        PublicationLeaves.each(session, consumer);
        Dossiers.eachLeaf(session, consumer);
        new DecisionRows(session).each(consumer);
    }
}
