package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;

/** A tree computed anew from its leaves, with what the levels above the leaves must then hold. */
final class Recomputed {
    private final Frontier frontier = Frontier.empty();
    private final Map<Integer, List<Hash>> levels = new HashMap<>();

    void append(Hash leaf) {
        frontier.append(leaf, (level, position, hash) -> levels.computeIfAbsent(level, none -> new ArrayList<>())
                .add(hash));
    }

    Hash root() {
        return frontier.root();
    }

    /** A hash of level 1 or above. */
    Hash at(int level, long position) {
        return levels.getOrDefault(level, List.of()).get((int) position);
    }
}
