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

    /** The share of mismatches among the decisions checked, 0 to 1; 0 as long as none was checked. */
    public double mismatchRate() {
        long replayed = checked.get();
        return replayed == 0 ? 0 : (double) mismatches.get() / replayed;
    }

    /**
     * Replays one decision, if there is any.
     *
     * @return its id if it came out differently
     */
    public Optional<String> checkOne() {
        Optional<DecisionHistory.Entry> picked = history.idRange()
                .flatMap(range -> history.atOrBehind(randomId(range)))
                .filter(entry -> !entry.isErased());
        if (picked.isEmpty()) {
            return Optional.empty();
        }
        checked.incrementAndGet();
        if (isReproduced(picked.get())) {
            return Optional.empty();
        }
        mismatches.incrementAndGet();
        return Optional.of(picked.get().header().id());
    }

    private boolean isReproduced(DecisionHistory.Entry entry) {
        try {
            return entry.decision()
                    .filter(decision -> replay.replay(decision).result() == Replay.Result.IDENTICAL)
                    .isPresent();
        } catch (EvaluationFailedException | RecordDamagedException failsNow) {
            return false;
        }
    }

    /** The beginning of an id, up to its time. */
    private String randomId(DecisionHistory.IdRange range) {
        long first = time(range.first());
        long last = time(range.last());
        long moment = first == last ? first : random.nextLong(first, last + 1);
        String hex = HexFormat.of().toHexDigits(moment, TIME_DIGITS);
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }

    /** The first 48 bits of a UUID of version 7: milliseconds since 1970 (RFC 9562, section 5.7). */
    private static long time(String id) {
        return Long.parseLong(id.replace("-", "").substring(0, TIME_DIGITS), HEX);
    }
}
