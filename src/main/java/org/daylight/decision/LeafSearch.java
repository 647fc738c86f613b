package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.daylight.store.EpochMicros;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Finds by halving where the decisions of a range of time lie in a log, as what has a higher leaf was never recorded earlier.
 *
 * <p>A moment that was altered by hand could lead astray, and so hide all that lies between it and the place looked for. So where
 * the search ends, the neighbours must bear it out; where they do not, the whole log is the answer, and where they do, they are
 * part of it. INVARIANT: no decision is left out because of others that were altered, unless these are half of as many that
 * follow each other, or more. Every one of them is found by {@code verify store}.
 */
final class LeafSearch {
    /** How many decisions on each side must bear out where a search ended. */
    static final int NEIGHBOURS = 100;

    static final String FROM =
            "SELECT leaf, recorded_at FROM decision WHERE log = :log AND leaf >= :leaf" + " ORDER BY leaf LIMIT :most";

    static final String BEFORE = "SELECT leaf, recorded_at FROM decision WHERE log = :log AND leaf >= :first"
            + " AND leaf < :leaf ORDER BY leaf DESC LIMIT :most";

    private static final RowMapper<Placed> PLACED =
            (row, context) -> new Placed(row.getLong("leaf"), row.getLong("recorded_at"));

    private final Handle handle;
    private final long log;
    private final long ordered;

    LeafSearch(Handle handle, long log) {
        this.handle = handle;
        this.log = log;
        this.ordered = endOfFirstGroup();
    }

    private record Placed(long leaf, long recordedAt) {}

    /** Where a moment lies: not before {@code first}, and before {@code end}. */
    private record Around(long first, long end) {}

    /**
     * The spans outside of which nothing was recorded in a range of time. Something else may lie in them: the neighbours, and the
     * first group, which is in no order where it was moved over from the tables of the first version.
     */
    List<LeafSpan> spans(Instant from, Instant to) {
        return List.of(
                new LeafSpan(0, ordered),
                new LeafSpan(around(from).first(), around(to).end()));
    }

    private Around around(Instant moment) {
        long micros = EpochMicros.of(moment);
        Predicate<Placed> earlier = placed -> placed.recordedAt() < micros;
        long leaf = firstNotEarlier(earlier);
        List<Placed> before = before(leaf);
        List<Placed> behind = from(leaf, NEIGHBOURS);
        if (!mostAre(earlier, before) || !mostAre(earlier.negate(), behind)) {
            return new Around(ordered, Long.MAX_VALUE);
        }
        return new Around(
                before.size() < NEIGHBOURS
                        ? ordered
                        : before.get(NEIGHBOURS - 1).leaf(),
                behind.size() < NEIGHBOURS
                        ? Long.MAX_VALUE
                        : behind.get(NEIGHBOURS - 1).leaf() + 1);
    }

    private long firstNotEarlier(Predicate<Placed> earlier) {
        long first = ordered;
        long end = end();
        while (first < end) {
            long middle = first + (end - first) / 2;
            Optional<Placed> found = from(middle, 1).stream().findFirst().filter(earlier);
            if (found.isPresent()) {
                first = found.get().leaf() + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    private static boolean mostAre(Predicate<Placed> wanted, List<Placed> placed) {
        return 2 * placed.stream().filter(wanted).count() >= placed.size();
    }

    /** In the order of their leaves. */
    private List<Placed> from(long leaf, int most) {
        return handle.createQuery(FROM)
                .bind("log", log)
                .bind("leaf", leaf)
                .bind("most", most)
                .map(PLACED)
                .list();
    }

    /** The nearest first. */
    private List<Placed> before(long leaf) {
        return handle.createQuery(BEFORE)
                .bind("log", log)
                .bind("first", ordered)
                .bind("leaf", leaf)
                .bind("most", NEIGHBOURS)
                .map(PLACED)
                .list();
    }

    private long end() {
        return handle.createQuery("SELECT coalesce(max(leaf), -1) + 1 FROM decision WHERE log = :log")
                .bind("log", log)
                .mapTo(long.class)
                .one();
    }

    private long endOfFirstGroup() {
        return handle.createQuery("SELECT coalesce(min(size), 0) FROM log_checkpoint WHERE log = :log AND size > 0")
                .bind("log", log)
                .mapTo(long.class)
                .one();
    }
}
