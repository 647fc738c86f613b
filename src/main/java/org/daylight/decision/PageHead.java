package org.daylight.decision;

import java.time.Instant;

/** What every page about a decision begins with: which one, by which rules, who asked about whom, and as of when. */
record PageHead(String id, String scheme, String revision, String service, String citizen, Instant asOf) {
    static PageHead of(Recorded decision) {
        return of(decision, decision.asked().asOf());
    }

    /** Of a page that supposes another moment. */
    static PageHead of(Recorded decision, Instant asOf) {
        Asked asked = decision.asked();
        return new PageHead(
                decision.id(),
                asked.scheme(),
                asked.revision(),
                asked.question().service(),
                asked.citizen(),
                asOf);
    }
}
