package org.daylight.decision;

import java.time.Instant;

/** The fields with which every page about a decision begins. */
public record DecisionSummary(String id, String scheme, String revision, String service, String citizen, Instant asOf) {
    public static DecisionSummary of(Decision decision) {
        return of(decision, decision.header().asOf());
    }

    /** The summary for a page that supposes another moment. */
    public static DecisionSummary of(Decision decision, Instant asOf) {
        DecisionHeader header = decision.header();
        return new DecisionSummary(
                header.id(),
                header.scheme(),
                header.revision(),
                decision.content().service(),
                header.citizen(),
                asOf);
    }
}
