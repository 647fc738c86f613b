package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNote;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.VerifierKey;

/** Verifies a log in a database: its tree against its last checkpoint, and every earlier checkpoint against the tree. */
final class StoredLogCheck {
    private final StoredLog log;
    private final VerifierKey key;
    private final Consumer<Finding> findings;

    StoredLogCheck(StoredLog log, VerifierKey key, Consumer<Finding> findings) {
        this.log = log;
        this.key = key;
        this.findings = findings;
    }

    /** The last checkpoint, when it can be believed. */
    Optional<Checkpoint> run() {
        if (!log.key().equals(key)) {
            report("log `" + log.origin() + "`", "its key in the database is " + log.key() + ", not the one given");
        }
        long size = log.size();
        long gap = log.firstGap();
        if (gap != size) {
            report("leaf " + gap + " of `" + log.origin() + "`", "is missing");
        }
        LogVerification verification = LogVerification.of(new StoredLogFiles(log), key, Optional.empty(), leaves -> {});
        verification
                .findings()
                .forEach(finding -> report("log `" + log.origin() + "`, " + finding.where(), finding.what()));
        Optional<Checkpoint> last = verification.checkpoint();
        last.filter(checkpoint -> checkpoint.size() < size)
                .ifPresent(checkpoint ->
                        report("leaf " + checkpoint.size() + " of `" + log.origin() + "`", "no checkpoint covers it"));
        if (verification.isClean()) {
            earlier();
        }
        return last;
    }

    private void earlier() {
        List<SignedNote> notes = new ArrayList<>();
        log.eachCheckpoint(notes::add);
        Frontier frontier = Frontier.empty();
        for (SignedNote note : notes) {
            long size = Checkpoint.read(note).size();
            while (frontier.size() < size) {
                byte[] entry = log.entry(frontier.size()).orElseThrow();
                frontier.append(Hash.leaf(entry), (level, position, hash) -> {});
            }
            check(note, frontier.root());
        }
    }

    private void check(SignedNote note, Hash root) {
        String where = "log `" + log.origin() + "`, checkpoint over "
                + Checkpoint.read(note).size() + " leaves";
        try {
            if (!Checkpoint.verified(note, key).root().equals(root)) {
                report(where, "its root is not that of the tree");
            }
        } catch (MalformedNote altered) {
            report(where, altered.what());
        }
    }

    private void report(String where, String what) {
        findings.accept(new Finding(where, what));
    }
}
