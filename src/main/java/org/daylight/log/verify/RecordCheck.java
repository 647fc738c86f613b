package org.daylight.log.verify;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.ExpectedLeaf;
import org.daylight.log.merkle.Hash;

/** Compares stored records with their leaves, one after the other. */
final class RecordCheck {
    private final Map<Long, Leaves> logs;
    private final Consumer<Finding> findings;
    private final Consumer<Long> progress;
    private long records;
    private long erased;

    RecordCheck(Map<Long, Leaves> logs, Consumer<Finding> findings, Consumer<Long> progress) {
        this.logs = logs;
        this.findings = findings;
        this.progress = progress;
    }

    void record(ExpectedLeaf record) {
        records++;
        progress.accept(records);
        problem(record).ifPresent(what -> findings.accept(new Finding(record.name(), what)));
    }

    private Optional<String> problem(ExpectedLeaf record) {
        Leaves leaves = logs.get(record.log());
        if (leaves == null) {
            return Optional.of("it names log " + record.log() + ", which is not there");
        }
        String leaf = "leaf " + record.leaf() + " of `" + leaves.origin() + "`";
        Optional<Hash> logged = leaves.hash(record.leaf());
        if (logged.isEmpty()) {
            return Optional.of(
                    "it names " + leaf + ", which is not there: the row was altered, or the log was cut off");
        }
        if (record.altered() != null) {
            leaves.mark(record.leaf());
            return Optional.of("was altered: " + record.altered() + "; it was logged as " + leaf);
        }
        if (record.hash() != null && !record.hash().equals(logged.get())) {
            leaves.mark(record.leaf());
            return Optional.of("was altered: it is not what was logged as " + leaf);
        }
        if (record.hash() == null) {
            erased++;
        }
        return leaves.mark(record.leaf())
                ? Optional.empty()
                : Optional.of("it names " + leaf + ", which is another record's: a row was copied, or altered");
    }

    /** Reports each leaf for which no record was found: it had one. */
    void end() {
        logs.values()
                .forEach(leaves -> leaves.eachUnmarked(leaf -> findings.accept(new Finding(
                        "leaf " + leaf + " of `" + leaves.origin() + "`",
                        "its record is gone: a row was deleted, or names another leaf"))));
    }

    long records() {
        return records;
    }

    long erased() {
        return erased;
    }
}
