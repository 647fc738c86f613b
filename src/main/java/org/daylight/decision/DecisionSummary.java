package org.daylight.decision;

import java.time.Instant;

/** What every page about a decision begins with: which one, by which rules, who asked about whom, and as of when. */
record DecisionSummary(String id, String scheme, String revision, String service, String citizen, Instant asOf) {
    static DecisionSummary of(Recorded decision) {
        return of(decision, decision.asked().asOf());
    }

    /** Of a page that supposes another moment. */
    static DecisionSummary of(Recorded decision, Instant asOf) {
        Asked asked = decision.asked();
        return new DecisionSummary(
                decision.id(),
                asked.scheme(),
                asked.revision(),
                asked.question().service(),
                asked.citizen(),
                asOf);
    }
}
