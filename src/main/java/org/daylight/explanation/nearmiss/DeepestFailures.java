package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The dead ends that lie furthest on: those before which the most conditions held. */
final class DeepestFailures {
    /** Among more equals than this, nobody is surprised if the very closest is not named. */
    private static final int MOST_KEPT = 64;

    private final List<MatchFailure> ends = new ArrayList<>();
    private int held = -1;

    /** How many conditions held before; -1 when no way was tried. */
    int held() {
        return held;
    }

    /** Of equal distance, in the order in which the data came in. */
    List<MatchFailure> ends() {
        return ends;
    }

    void reached(int conditions, Supplier<MatchFailure> end) {
        if (conditions < held) {
            return;
        }
        if (conditions > held) {
            held = conditions;
            ends.clear();
        }
        if (ends.size() < MOST_KEPT) {
            ends.add(end.get());
        }
    }
}
