package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.daylight.log.StoredLogs;
import org.daylight.records.RecordStore;
import org.daylight.records.SealedTable.Row;
import org.daylight.store.RecordDamagedException;
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
     * A recorded decision.
     *
     * @param log the log's number
     * @param leaf its index in the log
     * @param decision empty when its citizen was erased, or it cannot be read
     * @param altered the failure to read it, where its citizen was not erased; else null
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

    /** The origin of each log by its number. */
    public SortedMap<Long, String> origins() {
        return new StoredLogs(records.database()).origins();
    }

    /** The number of decisions recorded from a moment on and before another. */
    public long count(Instant from, Instant to) {
        return origins().keySet().stream()
                .mapToLong(log -> records.read(session -> new DecisionRows(session).count(log, from, to)))
                .sum();
    }

    /**
     * Hands over the decisions behind a cursor.
     *
     * @param consumer answers whether it wants another one
     */
    public void after(DecisionCursor cursor, Predicate<Entry> consumer) {
        walk(
                (log, last) -> {
                    long leaf = last.map(Entry::leaf).orElseGet(() -> cursor.leaf(log));
                    return page(rows -> rows.behind(log, leaf, PAGE));
                },
                consumer);
    }

    /**
     * Hands over the decisions recorded from a moment on and before another, of each log in the order of their moments.
     *
     * @param consumer answers whether it wants another one
     */
    public void between(Instant from, Instant to, Predicate<Entry> consumer) {
        walk(
                (log, last) -> {
                    Instant moment =
                            last.map(entry -> entry.header().recordedAt()).orElse(from);
                    long leaf = last.map(Entry::leaf).orElse(NO_LEAF);
                    return page(rows -> rows.between(log, moment, leaf, to, PAGE));
                },
                consumer);
    }

    /** @param nextPage reads the page of a log behind an entry, or its first one */
    private void walk(BiFunction<Long, Optional<Entry>, List<Entry>> nextPage, Predicate<Entry> consumer) {
        for (long log : origins().keySet()) {
            List<Entry> page = nextPage.apply(log, Optional.empty());
            while (!page.isEmpty()) {
                if (!page.stream().allMatch(consumer)) {
                    return;
                }
                page = page.size() < PAGE ? List.of() : nextPage.apply(log, Optional.of(page.get(PAGE - 1)));
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
    public Optional<IdRange> idRange() {
        return records.read(session -> new DecisionRows(session).idRange());
    }

    public record IdRange(String first, String last) {}

    private List<Entry> page(Function<DecisionRows, List<Row<DecisionHeader>>> query) {
        return records.read(session -> {
            DecisionRows rows = new DecisionRows(session);
            return query.apply(rows).stream().map(row -> Entry.of(rows, row)).toList();
        });
    }
}
