package org.daylight.log.verify;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Hash;

/** The leaves of a stored log, each marked once a record is found for it. */
final class Leaves {
    private final StoredLog log;
    private final int size;
    private final BitSet marked = new BitSet();

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

    /** Marks a leaf, and tells whether it was not marked before. */
    boolean mark(long leaf) {
        int index = Math.toIntExact(leaf);
        boolean first = !marked.get(index);
        marked.set(index);
        return first;
    }

    void eachUnmarked(Consumer<Integer> consumer) {
        for (int leaf = marked.nextClearBit(0); leaf < size; leaf = marked.nextClearBit(leaf + 1)) {
            consumer.accept(leaf);
        }
    }
}
