package org.daylight.decision;

import java.time.Clock;
import java.util.Optional;
import org.daylight.decision.replay.Replay;
import org.daylight.fixture.Town;

/** Where a town's services ask, and what they were answered is found and replayed. */
public final class TownDecisions {
    final Decisions decisions;
    final Replay replay;
    private final DecisionRequestReader reader;

    TownDecisions(Town town) {
        reader = new DecisionRequestReader(town.schemes, Clock.systemUTC());
        decisions = new Decisions(town.records, town.dossiers, Clock.systemUTC());
        replay = new Replay(town.dossiers, town.schemes::revision, Clock.systemUTC());
    }

    /** Puts a question. Single quotes in it stand for double ones. */
    Decision ask(String json) {
        return ask(json, Optional.empty());
    }

    /** The same, as part of a trace. */
    Decision ask(String json, Optional<String> traceId) {
        return decisions.ask(reader.read(json.replace('\'', '"'), "service", traceId));
    }

    /** For tests of other packages: asks as of 1 November 2026; returns the decision's id. */
    public static String ask(Town town, String scheme, String service, String citizen) {
        return new TownDecisions(town)
                .ask("{'scheme':'%s','service':'%s','citizen':'%s','asOf':'2026-11-01'}"
                        .formatted(scheme, service, citizen))
                .id();
    }
}
