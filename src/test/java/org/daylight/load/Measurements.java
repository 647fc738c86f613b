package org.daylight.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of request took, and what went wrong. */
final class Measurements {
    private final Map<String, List<Long>> nanos = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    synchronized void add(String kind, long took) {
        nanos.computeIfAbsent(kind, any -> new ArrayList<>()).add(took);
    }

    synchronized void error(String what) {
        errors.add(what);
    }

    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized int count() {
        return nanos.values().stream().mapToInt(List::size).sum();
    }

    /** A line for each kind and one for all. */
    synchronized String table(long elapsedNanos) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-12s %9s %10s %10s %10s%n", "requests", "number", "p50 ms", "p99 ms", "per s"));
        nanos.forEach((kind, took) -> table.append(line(kind, took, elapsedNanos)));
        List<Long> all = nanos.values().stream().flatMap(List::stream).toList();
        return table.append(line("all", all, elapsedNanos))
                .append("errors       ")
                .append(errors.size())
                .toString();
    }

    private static String line(String kind, List<Long> took, long elapsedNanos) {
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%-12s %9d %10.1f %10.1f %10.0f%n",
                kind,
                sorted.length,
                percentile(sorted, 50) / 1e6,
                percentile(sorted, 99) / 1e6,
                sorted.length / (elapsedNanos / 1e9));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
