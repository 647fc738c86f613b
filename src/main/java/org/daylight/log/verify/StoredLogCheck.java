package org.daylight.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.EntryBundle;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.VerifierKey;
import org.daylight.store.RecordDamagedException;

/**
 * Verifies a log in a database: its tree against its last checkpoint, and every earlier checkpoint against the tree.
 *
 * @param since an earlier checkpoint as it was saved
 */
record StoredLogCheck(StoredLog log, VerifierKey key, Optional<byte[]> since, Consumer<Finding> findings) {
    private static final String ENTRIES = "tile/entries/";

    /** Verifies the log and returns its last checkpoint, when that is validly signed. */
    Optional<Checkpoint> run() {
        if (!log.key().equals(key)) {
            report("log `" + log.origin() + "`", "its key in the database is " + log.key() + ", not the one given");
        }
        long size = log.size();
        long gap = log.firstGap();
        if (gap != size) {
            report("leaf " + gap + " of `" + log.origin() + "`", "is missing");
        }
        LogVerification verification = LogVerification.of(this::exported, key, since, leaves -> {});
        verification
                .findings()
                .forEach(finding -> report("log `" + log.origin() + "`, " + finding.where(), finding.what()));
        Optional<Checkpoint> last = verification.checkpoint();
        last.filter(checkpoint -> checkpoint.size() < size)
                .ifPresent(checkpoint ->
                        report("leaf " + checkpoint.size() + " of `" + log.origin() + "`", "no checkpoint covers it"));
        if (verification.isClean()) {
            checkEarlier();
        }
        return last;
    }

    /** A file of the log, as if it had been exported. */
    private Optional<byte[]> exported(String path) {
        try {
            if (path.equals("checkpoint")) {
                return Optional.of(log.checkpoint().toString().getBytes(StandardCharsets.UTF_8));
            }
            if (path.startsWith(ENTRIES)) {
                return Tile.parse(0, path.substring(ENTRIES.length())).flatMap(log::entries);
            }
            String[] parts = path.split("/", 3);
            return Tile.parse(Integer.parseInt(parts[1]), parts[2]).flatMap(log::tile);
        } catch (RecordDamagedException incomplete) {
            return Optional.empty();
        }
    }

    private void checkEarlier() {
        Deque<SignedNote> notes = new ArrayDeque<>();
        log.eachCheckpoint(notes::add);
        Frontier frontier = Frontier.empty();
        checkAt(frontier, notes);
        for (Tile tile : Tile.of(log.size())) {
            if (tile.level() == 0) {
                for (byte[] entry : EntryBundle.decode(log.entries(tile).orElseThrow())) {
                    frontier.append(Hash.leaf(entry), (level, position, hash) -> {});
                    checkAt(frontier, notes);
                }
            }
        }
    }

    private void checkAt(Frontier frontier, Deque<SignedNote> notes) {
        while (!notes.isEmpty() && check(notes.peek(), frontier)) {
            notes.remove();
        }
    }

    /** Whether the tree is as large as the checkpoint, and the checkpoint need not be looked at again. */
    private boolean check(SignedNote note, Frontier frontier) {
        String where =
                "log `" + log.origin() + "`, checkpoint over " + note.text().split("\n", -1)[1] + " leaves";
        try {
            if (Checkpoint.read(note).size() > frontier.size()) {
                return false;
            }
            if (!Checkpoint.verified(note, key).root().equals(frontier.root())) {
                report(where, "its root is not that of the tree");
            }
        } catch (MalformedNoteException altered) {
            report(where, altered.what());
        }
        return true;
    }

    private void report(String where, String what) {
        findings.accept(new Finding(where, what));
    }
}
