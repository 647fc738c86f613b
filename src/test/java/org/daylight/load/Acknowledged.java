package org.daylight.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the service has acknowledged, and so must never lose. */
final class Acknowledged {
    private final List<Sent> statements = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    /**
     * A statement that was acknowledged.
     *
     * @param body the CloudEvent as sent
     * @param answer what the service said of it
     */
    record Sent(String id, String citizen, String body, String answer) {}

    /** A decision that was answered, with when it was asked and answered. */
    record Decision(String id, String revision, long sentNanos, long receivedNanos) {}

    synchronized void add(Sent statement) {
        statements.add(statement);
    }

    synchronized void add(Decision decision) {
        decisions.add(decision);
    }

    synchronized List<Sent> statements() {
        return List.copyOf(statements);
    }

    synchronized List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    synchronized Optional<Sent> anyStatement(Random random) {
        return any(statements, random);
    }

    synchronized Optional<Decision> anyDecision(Random random) {
        return any(decisions, random);
    }

    private static <T> Optional<T> any(List<T> list, Random random) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
