package org.daylight.decision;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A position in the decisions of all logs, behind those already read. As text {@code 1:4711,2:12}; the empty text stands at the
 * beginning.
 *
 * <p>Leaves are given in the order of commits, and a log has no gap that is filled later. So nothing that is recorded afterwards
 * comes to lie before a cursor.
 *
 * @param leaves by the log's number, the leaf of the last decision read
 */
public record DecisionCursor(SortedMap<Long, Long> leaves) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*)?");

    public DecisionCursor {
        leaves = new TreeMap<>(leaves);
    }

    /** The cursor that a text denotes; empty when it denotes none. */
    public static Optional<DecisionCursor> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        SortedMap<Long, Long> leaves = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] numbers = part.split(":", -1);
            leaves.put(Long.valueOf(numbers[0]), Long.valueOf(numbers[1]));
        }
        return Optional.of(new DecisionCursor(leaves));
    }

    /** The last leaf read of a log; -1 when none was. */
    long leaf(long log) {
        return leaves.getOrDefault(log, -1L);
    }

    public DecisionCursor after(long log, long leaf) {
        SortedMap<Long, Long> advanced = new TreeMap<>(leaves);
        advanced.put(log, leaf);
        return new DecisionCursor(advanced);
    }

    @Override
    public String toString() {
        return leaves.entrySet().stream().map(DecisionCursor::text).collect(Collectors.joining(","));
    }

    private static String text(Map.Entry<Long, Long> logAndLeaf) {
        return logAndLeaf.getKey() + ":" + logAndLeaf.getValue();
    }
}
