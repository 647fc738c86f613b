package org.daylight.rulebase.build;

/** The use of this JVM's heap. */
final class Heap {
    private Heap() {}

    /** The part of the largest possible heap that is in use, from 0 to 1. */
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
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }
}
