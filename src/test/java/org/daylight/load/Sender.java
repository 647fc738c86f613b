package org.daylight.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sends statements, batches of them and questions one after the other until it is told to stop or the service falls silent, and
 * notes what was answered and what was not.
 */
final class Sender implements Runnable {
    static final List<String> SERVICES =
            List.of("bike-hire", "tool-loan", "contents-insurance", "fast-internet", "basic-internet");

    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int STATEMENTS_IN_BATCH = 5;

    private final String name;
    private final Duration pause;
    private final Caller caller;
    private final List<String> citizens;
    private final Random random;
    private final Promises promises;
    private int sent;

    /** A connection of its own, with the next request sent as soon as one is answered. */
    Sender(String name, URI address, List<String> citizens, Promises promises) {
        this(name, address, citizens, promises, Duration.ZERO);
    }

    /**
     * A connection of its own.
     *
     * @param name what its statements' ids begin with; senders of one name send the same statements
     * @param pause between an answer and the next request
     */
    Sender(String name, URI address, List<String> citizens, Promises promises, Duration pause) {
        this.name = name;
        this.pause = pause;
        this.caller = new Caller(address);
        this.citizens = citizens;
        this.random = new Random(name.hashCode());
        this.promises = promises;
    }

    @Override
    public void run() {
        while (!promises.isStopped()) {
            try {
                switch (random.nextInt(3)) {
                    case 0 -> state(1);
                    case 1 -> state(STATEMENTS_IN_BATCH);
                    default -> decide();
                }
                Thread.sleep(pause.toMillis());
            } catch (IOException | InterruptedException silence) {
                return;
            }
        }
    }

    private void state(int count) throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Statements.any(name + "-" + sent++, citizen(), random));
        }
        List<String> ids =
                events.stream().map(event -> String.valueOf(event.get("id"))).toList();
        promises.asked(ids);
        Caller.Answer answer = count == 1
                ? caller.post("source", "/events", ONE, Statements.json(events.get(0)))
                : caller.post("source", "/events", BATCH, Statements.json(events));
        if (answer.status() != 200) {
            promises.broken("statements were answered " + answer.status() + ": " + answer.text());
            return;
        }
        for (int i = 0; i < count; i++) {
            promises.accepted(
                    ids.get(i),
                    Statements.json(events.get(i)),
                    answer.json().path("statements").path(i).toString());
        }
    }

    private void decide() throws IOException {
        Map<String, String> question = Map.of(
                "scheme", "community", "service", SERVICES.get(random.nextInt(SERVICES.size())), "citizen", citizen());
        Caller.Answer answer = caller.post("service", "/decisions", "application/json", Statements.json(question));
        if (answer.status() == 201) {
            promises.decided(answer.json().path("id").asText(), answer.text());
        } else {
            promises.broken("a question was answered " + answer.status() + ": " + answer.text());
        }
    }

    private String citizen() {
        return citizens.get(random.nextInt(citizens.size()));
    }
}
