package org.daylight.rulebase.build;

/** How much of this JVM's heap is in use. */
final class Heap {
    private Heap() {}

    static double share() {
        return (double) used() / Runtime.getRuntime().maxMemory();
    }

    /** Bytes that could still be used, after collecting if there seem to be too few. */
    static long room(long wanted) {
        long room = Runtime.getRuntime().maxMemory() - used();
        if (room < wanted) {
            System.gc();
            room = Runtime.getRuntime().maxMemory() - used();
        }
        return room;
    }

    private static long used() {
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }
}
