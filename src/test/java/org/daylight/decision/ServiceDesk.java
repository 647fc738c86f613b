package org.daylight.decision;

import java.time.Clock;
import java.util.Optional;
import org.daylight.fixture.Town;

/** Where tests of other packages ask as a service does. */
public final class ServiceDesk {
    private ServiceDesk() {}

    /** Asks as of 1 November 2026; returns the decision's id. */
    public static String ask(Town town, String scheme, String service, String citizen) {
        String question = """
                {"scheme":"%s","service":"%s","citizen":"%s","asOf":"2026-11-01"}""".formatted(scheme, service, citizen);
        return new Decisions(town.ledger, town.dossiers, Clock.systemUTC())
                .ask(new AskingReader(town.schemes, Clock.systemUTC()).read(question, "service", Optional.empty()))
                .id();
    }
}
