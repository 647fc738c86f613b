package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.log.StoredLog;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.VerifierKey;

/**
 * The result of verifying a whole database.
 *
 * @param checkpoints the last one of each log whose last one is validly signed
 * @param records stored records that were looked at
 * @param erased of these, how many nobody can read any more; their leaves are intact
 * @param findings empty when all is as it was logged
 */
public record StoreVerification(List<Checkpoint> checkpoints, long records, long erased, List<Finding> findings) {

    public StoreVerification {
        checkpoints = List.copyOf(checkpoints);
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** This result with findings from elsewhere added. */
    public StoreVerification and(List<Finding> more) {
        List<Finding> both = new ArrayList<>(findings);
        both.addAll(more);
        return new StoreVerification(checkpoints, records, erased, both);
    }

    /** Reads every record of a store that was logged. */
    @FunctionalInterface
    public interface Records {
        void each(Consumer<ExpectedLeaf> consumer);
    }

    /**
     * Verifies each log, then compares every stored record with its leaf, and looks for leaves whose record is gone.
     *
     * @param logs all logs of the database, each with its verifier key
     * @param since an earlier checkpoint, as it was saved, of logs by their origins: without it nobody can tell whether the last
     *     leaves, their records and their checkpoints were cut off together
     * @param progress told how many records have been looked at
     */
    public static StoreVerification of(
            Map<StoredLog, VerifierKey> logs, Map<String, byte[]> since, Records records, Consumer<Long> progress) {
        List<Finding> findings = new ArrayList<>();
        List<Checkpoint> checkpoints = new ArrayList<>();
        Map<Long, Leaves> leaves = new TreeMap<>();
        logs.forEach((log, key) -> {
            Optional<byte[]> saved = Optional.ofNullable(since.get(log.origin()));
            Optional<Checkpoint> last = new StoredLogCheck(log, key, saved, findings::add).run();
            last.ifPresent(checkpoints::add);
            leaves.put(log.number(), new Leaves(log, last.map(Checkpoint::size).orElse(0L)));
        });
        RecordCheck check = new RecordCheck(leaves, findings::add, progress);
        records.each(check::record);
        check.end();
        return new StoreVerification(checkpoints, check.records(), check.erased(), findings);
    }
}
