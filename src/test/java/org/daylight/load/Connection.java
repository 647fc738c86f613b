package org.daylight.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.daylight.load.Acknowledged.Decision;
import org.daylight.load.Acknowledged.Sent;
import org.jspecify.annotations.Nullable;

/** One of the connections: sends a mix of requests, one after the other, and checks every answer. */
final class Connection {
    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int STATEMENTS_IN_BATCH = 5;
    private static final List<String> SERVICES = List.of(
            "bike-hire", "tool-loan", "contents-insurance", "fast-internet", "basic-internet", "public-transport");

    private final Caller caller;
    private final List<String> citizens;
    private final Random random;
    private final String name;
    private final Acknowledged acknowledged;
    private final Measurements measurements;
    private int stated;

    Connection(int number, URI address, List<String> citizens, Acknowledged acknowledged, Measurements measurements) {
        this.name = "c" + number;
        this.random = new Random(number);
        this.caller = new Caller(address);
        this.citizens = citizens;
        this.acknowledged = acknowledged;
        this.measurements = measurements;
    }

    /** One request of the mix; what goes wrong is measured, not thrown. */
    void send() {
        int dice = random.nextInt(100);
        try {
            if (dice < 35) {
                state();
            } else if (dice < 45) {
                stateMany();
            } else if (dice < 50) {
                stateAgain();
            } else if (dice < 80) {
                decide();
            } else if (dice < 87) {
                read("standing", "auditor", "/schemes/community/citizens/" + citizen() + "/standing");
            } else if (dice < 94) {
                trace();
            } else {
                read("schemes", null, random.nextBoolean() ? "/schemes" : "/schemes/community");
            }
        } catch (IOException | RuntimeException | AssertionError wrong) {
            measurements.error(wrong.toString());
        }
    }

    private void state() throws IOException {
        Map<String, Object> event = event();
        String body = Statements.json(event);
        Caller.Answer answer = ok("event", 200, caller.post("source", "/events", ONE, body));
        keep(event, answer.json().path("statements").path(0));
    }

    private void stateMany() throws IOException {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < STATEMENTS_IN_BATCH; i++) {
            batch.add(event());
        }
        Caller.Answer answer = ok("batch", 200, caller.post("source", "/events", BATCH, Statements.json(batch)));
        for (int i = 0; i < batch.size(); i++) {
            keep(batch.get(i), answer.json().path("statements").path(i));
        }
    }

    /** What was acknowledged once is sent a second time, and must be answered as before. */
    private void stateAgain() throws IOException {
        Optional<Sent> before = acknowledged.anyStatement(random);
        if (before.isEmpty()) {
            state();
            return;
        }
        Caller.Answer answer = ok(
                "event again",
                200,
                caller.post("source", "/events", ONE, before.get().body()));
        String again = answer.json().path("statements").path(0).toString();
        if (!again.equals(before.get().answer())) {
            measurements.error("answered differently the second time: " + again + ", before "
                    + before.get().answer());
        }
    }

    private void decide() throws IOException {
        String body = Statements.json(Map.of(
                "scheme", "community",
                "service", SERVICES.get(random.nextInt(SERVICES.size())),
                "citizen", citizen()));
        Caller.Answer answer = ok("decision", 201, caller.post("service", "/decisions", "application/json", body));
        JsonNode decision = answer.json();
        acknowledged.add(new Decision(
                decision.path("id").asText(),
                decision.path("revision").asText(),
                answer.sentNanos(),
                answer.receivedNanos()));
    }

    private void trace() throws IOException {
        Optional<Decision> decision = acknowledged.anyDecision(random);
        if (decision.isEmpty()) {
            decide();
        } else {
            read("trace", "auditor", "/decisions/" + decision.get().id() + "/trace");
        }
    }

    private void read(String kind, @Nullable String user, String path) throws IOException {
        ok(kind, 200, caller.get(user, path));
    }

    private Caller.Answer ok(String kind, int wanted, Caller.Answer answer) {
        measurements.add(kind, answer.receivedNanos() - answer.sentNanos());
        if (answer.status() != wanted) {
            throw new IllegalStateException(kind + " was answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    private Map<String, Object> event() {
        return Statements.any(name + "-" + stated++, citizen(), random);
    }

    private void keep(Map<String, Object> event, JsonNode answer) {
        acknowledged.add(new Sent(
                String.valueOf(event.get("id")),
                String.valueOf(event.get("subject")),
                Statements.json(event),
                answer.toString()));
    }

    private String citizen() {
        return citizens.get(random.nextInt(citizens.size()));
    }
}
