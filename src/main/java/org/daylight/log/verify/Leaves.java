package org.daylight.log.verify;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Hash;

/** The leaves of a stored log, and which of them a record was found for. */
final class Leaves {
    private final StoredLog log;
    private final int size;
    private final BitSet found = new BitSet();

    Leaves(StoredLog log, long size) {
        this.log = log;
        this.size = Math.toIntExact(size);
    }

    String origin() {
        return log.origin();
    }

    Optional<Hash> hash(long leaf) {
        return log.entry(leaf).map(Hash::leaf);
    }

    /** Whether it was not marked before. */
    boolean mark(long leaf) {
        int index = Math.toIntExact(leaf);
        boolean first = !found.get(index);
        found.set(index);
        return first;
    }

    void eachUnmarked(Consumer<Integer> consumer) {
        for (int leaf = found.nextClearBit(0); leaf < size; leaf = found.nextClearBit(leaf + 1)) {
            consumer.accept(leaf);
        }
    }
}
