package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Proofs;
import org.daylight.log.merkle.TiledTree;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SignedNote;
import org.daylight.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a whole log.
 *
 * @param note the log's checkpoint as it was read; null when it is missing or not validly signed
 * @param earlier the earlier checkpoint it was compared with; null for none, or when that is not validly signed
 * @param findings empty when all is as it was signed
 */
public record LogVerification(
        @Nullable SignedNote note, @Nullable Checkpoint earlier, List<Finding> findings) {
    private static final String CHECKPOINT = "checkpoint";
    private static final String EARLIER = "earlier checkpoint";

    public LogVerification {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** The log's checkpoint; empty when it is missing or not validly signed. */
    public Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(note).map(Checkpoint::read);
    }

    /**
     * Reads checkpoint, tiles and entries, recomputes every hash and compares.
     *
     * @param key the log's verifier key
     * @param since an earlier checkpoint of the same log as it was saved, or nothing
     * @param progress told how many leaves have been read
     * @throws UnreadableLogException when the source cannot be read
     */
    public static LogVerification of(LogSource source, VerifierKey key, Optional<byte[]> since, LongConsumer progress) {
        List<Finding> findings = new ArrayList<>();
        Optional<byte[]> bytes = source.read(CHECKPOINT);
        if (bytes.isEmpty()) {
            return new LogVerification(null, null, List.of(new Finding(CHECKPOINT, "is missing")));
        }
        Optional<SignedNote> note = signed(CHECKPOINT, bytes.get(), key, findings);
        Optional<Checkpoint> earlier =
                since.flatMap(saved -> signed(EARLIER, saved, key, findings)).map(Checkpoint::read);
        if (note.isPresent()) {
            Checkpoint checkpoint = Checkpoint.read(note.get());
            new TreeCheck(checkpoint, source, findings::add).run(progress);
            if (findings.isEmpty()) {
                earlier.flatMap(before -> compare(before, checkpoint, source)).ifPresent(findings::add);
            }
        }
        return new LogVerification(note.orElse(null), earlier.orElse(null), findings);
    }

    private static Optional<SignedNote> signed(String where, byte[] bytes, VerifierKey key, List<Finding> findings) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            Checkpoint.verified(note, key);
            return Optional.of(note);
        } catch (MalformedNoteException refused) {
            findings.add(new Finding(where, refused.what()));
            return Optional.empty();
        }
    }

    private static Optional<Finding> compare(Checkpoint earlier, Checkpoint later, LogSource source) {
        if (earlier.size() > later.size()) {
            return Optional.of(new Finding(
                    EARLIER,
                    "it was over " + earlier.size() + " leaves, and now there are " + later.size()
                            + ": the log was cut off"));
        }
        TileReading reading = new TileReading(source, finding -> {
            throw new UnreadableLogException(finding + ", though it was there a moment ago");
        });
        TiledTree tree =
                new TiledTree(later.size(), tile -> reading.hashes(tile).orElseThrow());
        List<Hash> proof = tree.consistencyProof(earlier.size());
        if (Proofs.consistent(earlier.size(), earlier.root(), later.size(), later.root(), proof)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                EARLIER,
                "the first " + earlier.size() + " leaves had the root " + earlier.root()
                        + ", and now have another: the log was" + " written anew, and signed two histories"));
    }
}
