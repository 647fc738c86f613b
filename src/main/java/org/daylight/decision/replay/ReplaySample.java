package org.daylight.decision.replay;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.daylight.decision.DecisionHistory;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.store.RecordDamagedException;

/**
 * Replays decisions picked at random, and counts those that come out differently: there should never be one. Ids begin with the
 * time, so that a random id between the first and the last is a random moment.
 */
public final class ReplaySample {
    private static final int HEX = 16;
    private static final int TIME_DIGITS = 12;

    private final DecisionHistory history;
    private final Replay replay;
    private final RandomGenerator random;
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong mismatches = new AtomicLong();

    public ReplaySample(DecisionHistory history, Replay replay, RandomGenerator random) {
        this.history = history;
        this.replay = replay;
        this.random = random;
    }

    /** Decisions replayed since the start. */
    public long checked() {
        return checked.get();
    }

    /** Decisions that came out differently since the start, or could not be run again though nobody was erased. */
    public long mismatches() {
        return mismatches.get();
    }

    /** Mismatches among what was checked, 0 to 1; 0 as long as nothing was checked. */
    public double mismatchRate() {
        long all = checked.get();
        return all == 0 ? 0 : (double) mismatches.get() / all;
    }

    /**
     * Replays one decision.
     *
     * @return its id if it did not come out as it did
     */
    public Optional<String> checkOne() {
        Optional<DecisionHistory.Entry> picked = history.ends()
                .flatMap(ends -> history.atOrBehind(between(ends)))
                .filter(entry -> !entry.isErased());
        if (picked.isEmpty()) {
            return Optional.empty();
        }
        checked.incrementAndGet();
        if (comesOutAlike(picked.get())) {
            return Optional.empty();
        }
        mismatches.incrementAndGet();
        return Optional.of(picked.get().header().id());
    }

    private boolean comesOutAlike(DecisionHistory.Entry entry) {
        try {
            return entry.decision()
                    .filter(decision -> replay.replay(decision).result() == Replay.Result.IDENTICAL)
                    .isPresent();
        } catch (EvaluationFailedException | RecordDamagedException failsNow) {
            return false;
        }
    }

    private String between(DecisionHistory.Ends ends) {
        long first = time(ends.first());
        long last = time(ends.last());
        long moment = first == last ? first : random.nextLong(first, last + 1);
        String hex = HexFormat.of().toHexDigits(moment, TIME_DIGITS);
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }

    /** The first 48 bits of a UUID of version 7: milliseconds since 1970 (RFC 9562, section 5.7). */
    private static long time(String id) {
        return Long.parseLong(id.replace("-", "").substring(0, TIME_DIGITS), HEX);
    }
}
