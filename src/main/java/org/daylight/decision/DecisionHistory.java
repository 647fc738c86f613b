package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.daylight.records.RecordStore;
import org.daylight.records.SealedTable.Row;
import org.daylight.store.RecordDamagedException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All decisions in the order in which they were committed, log by log, read in pages. */
public final class DecisionHistory {
    private static final int PAGE = 200;
    private static final long NO_LEAF = -1;

    private final RecordStore records;

    public DecisionHistory(RecordStore records) {
        this.records = records;
    }

    /**
     * A decision in its place.
     *
     * @param header what is in clear of it
     * @param decision the whole of it; empty when its citizen was erased, or it cannot be read
     * @param altered why it cannot be read though nobody was erased
     */
    public record Entry(
            long log,
            long leaf,
            DecisionHeader header,
            Optional<Decision> decision,
            @Nullable UnreadableDecisionException altered) {

        public boolean isErased() {
            return decision.isEmpty() && altered == null;
        }

        private static Entry of(DecisionRows rows, Row<DecisionHeader> row) {
            Optional<Decision> decision = Optional.empty();
            UnreadableDecisionException altered = null;
            try {
                decision = rows.open(row);
            } catch (RecordDamagedException damaged) {
                altered = new UnreadableDecisionException(row.header().id(), damaged);
            }
            return new Entry(row.sealed().log(), row.sealed().leaf(), row.header(), decision, altered);
        }
    }

    /** The numbers of all logs. */
    List<Long> logs() {
        return records.read(session -> session.handle()
                .createQuery("SELECT log FROM log_origin ORDER BY log")
                .mapTo(Long.class)
                .list());
    }

    /** The origin of each log, which outside tools know it by. */
    public String origin(long log) {
        return records.read(session -> session.handle()
                .createQuery("SELECT origin FROM log_origin WHERE log = :log")
                .bind("log", log)
                .mapTo(String.class)
                .one());
    }

    /** How many decisions there are in a range of time, for whoever waits for them all. */
    public long count(Instant from, Instant to) {
        return logs().stream()
                .mapToLong(log -> records.read(session -> new DecisionRows(session).count(log, from, to)))
                .sum();
    }

    /**
     * Hands over the decisions behind a cursor.
     *
     * @param each is to say whether it wants another one
     */
    public void after(DecisionCursor cursor, Predicate<Entry> each) {
        walk(
                (log, last) -> {
                    long leaf = last.map(Entry::leaf).orElseGet(() -> cursor.leaf(log));
                    return page(rows -> rows.behind(log, leaf, PAGE));
                },
                each);
    }

    /** Hands over the decisions recorded from a moment on and before another, of each log in the order of their moments. */
    public void between(Instant from, Instant to, Predicate<Entry> each) {
        walk(
                (log, last) -> {
                    Instant moment =
                            last.map(entry -> entry.header().recordedAt()).orElse(from);
                    long leaf = last.map(Entry::leaf).orElse(NO_LEAF);
                    return page(rows -> rows.between(log, moment, leaf, to, PAGE));
                },
                each);
    }

    /** @param behind the page of a log behind an entry, or its first one */
    private void walk(BiFunction<Long, Optional<Entry>, List<Entry>> behind, Predicate<Entry> each) {
        for (long log : logs()) {
            List<Entry> page = behind.apply(log, Optional.empty());
            while (!page.isEmpty()) {
                if (!page.stream().allMatch(each)) {
                    return;
                }
                page = page.size() < PAGE ? List.of() : behind.apply(log, Optional.of(page.get(PAGE - 1)));
            }
        }
    }

    /** Whether a decision was recorded under an id. */
    public boolean has(String id) {
        return records.read(session -> new DecisionRows(session).find(id).isPresent());
    }

    /** The first decision at or behind an id, in the order of ids; for taking samples. */
    public Optional<Entry> atOrBehind(String id) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return rows.atOrBehind(id).map(row -> Entry.of(rows, row));
        });
    }

    /** The ids of the first and the last decision; empty when there is none. */
    public Optional<Ends> ends() {
        return records.read(session -> {
            Optional<String> first = id(session.handle(), "min");
            return id(session.handle(), "max").flatMap(last -> first.map(begins -> new Ends(begins, last)));
        });
    }

    private static Optional<String> id(Handle handle, String which) {
        return handle.createQuery("SELECT " + which + "(id) FROM decision")
                .mapTo(String.class)
                .findOne();
    }

    public record Ends(String first, String last) {}

    private List<Entry> page(Function<DecisionRows, List<Row<DecisionHeader>>> finding) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return finding.apply(rows).stream().map(row -> Entry.of(rows, row)).toList();
        });
    }
}
