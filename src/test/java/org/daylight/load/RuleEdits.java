package org.daylight.load;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daylight.scheme.SchemeFolder;

/** An author at work: edits one rule file again and again, and breaks it every third time. */
final class RuleEdits {
    private static final Duration SEEN = Duration.ofMinutes(10);
    private static final String RULE = "score.add( -10 );";

    private final Path scheme;
    private final Path file;
    private final String original;
    private final Caller author;
    private final List<Period> periods = new CopyOnWriteArrayList<>();

    /**
     * When a revision may have answered, by the caller's clock.
     *
     * @param fromNanos just before its file was written
     * @param seenNanos when the open register first named it
     */
    record Period(String revision, long fromNanos, long seenNanos) {
        long millisToLive() {
            return (seenNanos - fromNanos) / 1_000_000;
        }
    }

    RuleEdits(Path scheme, URI address) throws IOException {
        this.scheme = scheme;
        this.file = scheme.resolve("score.drl");
        this.original = Files.readString(file);
        this.author = new Caller(address);
        if (!original.contains(RULE)) {
            throw new IllegalStateException("there is no `" + RULE + "` to edit in " + file);
        }
        long now = System.nanoTime();
        periods.add(new Period(SchemeFolder.read(scheme).revision(), now, now));
    }

    /** One edit after the other, each taken up before the next begins. */
    void make(int edits) throws IOException {
        for (int number = 1; number <= edits; number++) {
            if (number % 3 == 0) {
                breakRules();
            } else {
                change(number);
            }
        }
    }

    private void change(int number) throws IOException {
        long from = System.nanoTime();
        Files.writeString(file, original.replace(RULE, "score.add( -1" + number + " );"));
        String revision = SchemeFolder.read(scheme).revision();
        await().atMost(SEEN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> register().path("revision").asText().equals(revision));
        periods.add(new Period(revision, from, System.nanoTime()));
    }

    private void breakRules() throws IOException {
        Files.writeString(file, original + "\nrule \"Broken\" when then then\n");
        await().atMost(SEEN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !register().path("problems").isEmpty());
    }

    private JsonNode register() throws IOException {
        return author.get(null, "/schemes/community").json();
    }

    List<Period> periods() {
        return List.copyOf(periods);
    }

    /** Whether the revision may have been live at some moment between the two. */
    boolean mayHaveAnswered(String revision, long sentNanos, long receivedNanos) {
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            boolean ended = i + 1 < periods.size() && periods.get(i + 1).seenNanos() < sentNanos;
            if (period.revision().equals(revision) && period.fromNanos() <= receivedNanos && !ended) {
                return true;
            }
        }
        return false;
    }
}
