package org.daylight.publication;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/** What this JVM holds after everything that nobody needs was collected. */
record Footprint(int publications, long metaspaceKilobytes, long heapKilobytes) {
    private static final int COLLECTIONS = 3;

    static Footprint now(int publications) {
        // A class loader goes one collection after the last object of its classes, and what it alone held goes after
        // that.
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Metaspace"))
                .mapToLong(pool -> used(pool))
                .sum();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Footprint(publications, metaspace / 1_024, heap / 1_024);
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f |",
                publications,
                metaspaceKilobytes / 1_024.0,
                heapKilobytes / 1_024.0);
    }
}
