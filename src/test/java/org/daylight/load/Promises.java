package org.daylight.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What services have promised to keep, and what they were asked to keep without an answer. */
final class Promises {
    private final Map<String, Accepted> statements = new ConcurrentHashMap<>();
    private final Map<String, String> decisions = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<List<String>> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** A statement as it was sent, and what was said of it. */
    record Accepted(String body, String answer) {}

    /** The ids of statements that are being sent together, which must be kept together or not at all. */
    void asked(List<String> ids) {
        requests.add(ids);
    }

    /** Whoever accepts a statement, however often, must say the same of it. */
    void accepted(String id, String body, String answer) {
        Accepted before = statements.putIfAbsent(id, new Accepted(body, answer));
        if (before != null && !before.answer().equals(answer)) {
            broken("statement " + id + " was answered " + answer + ", before " + before.answer());
        }
    }

    void decided(String id, String answer) {
        decisions.put(id, answer);
    }

    void broken(String how) {
        broken.add(how);
    }

    Map<String, Accepted> statements() {
        return Map.copyOf(statements);
    }

    /** Answers by the decision's id. */
    Map<String, String> decisions() {
        return Map.copyOf(decisions);
    }

    List<List<String>> requests() {
        return List.copyOf(requests);
    }

    /** Requests of statements that nothing is known of. */
    long unanswered() {
        return requests.stream()
                .filter(ids -> !statements.containsKey(ids.get(0)))
                .count();
    }

    void addAll(Promises other) {
        statements.putAll(other.statements);
        decisions.putAll(other.decisions);
        requests.addAll(other.requests);
        broken.addAll(other.broken);
    }

    List<String> broken() {
        return new ArrayList<>(broken);
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
