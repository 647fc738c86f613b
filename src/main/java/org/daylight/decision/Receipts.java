package org.daylight.decision;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.daylight.log.Leaf;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.merkle.Hash;
import org.daylight.log.note.InclusionProof;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.records.LoggedRecord;
import org.daylight.store.RecordDamagedException;

/** Proves to a reader who trusts nothing but the log's key that a decision was logged. */
public final class Receipts {
    private final Decisions decisions;
    private final StoredLogs logs;

    public Receipts(Decisions decisions, StoredLogs logs) {
        this.decisions = decisions;
        this.logs = logs;
    }

    /**
     * A record and the proof that it was logged.
     *
     * @param record the text whose UTF-8 bytes were logged, to the letter
     * @param proof C2SP tlog-proof, with the salt as its {@code extra}
     */
    record Receipt(String record, String proof) {}

    /**
     * The receipt of a decision, under the latest checkpoint of its log.
     *
     * @throws ErasedDecisionException when its citizen was erased since
     * @throws RecordDamagedException when the decision and the log do not fit each other any more
     */
    Optional<Receipt> of(String id) {
        return decisions.logged(id).map(this::receipt);
    }

    /** Verifies the receipt before it is given out. */
    private Receipt receipt(LoggedRecord logged) {
        StoredLog log = logs.numbered(logged.log())
                .orElseThrow(() -> new RecordDamagedException("decision", "a decision names a log that there is not"));
        try {
            InclusionProof proof = log.prove(logged.leaf(), logged.salt());
            proof.verify(Hash.leaf(Leaf.of(logged.salt(), logged.record())), log.key());
            return new Receipt(new String(logged.record(), StandardCharsets.UTF_8), proof.toString());
        } catch (MalformedNoteException | IllegalArgumentException altered) {
            throw new RecordDamagedException(
                    "decision", "a decision is not what the log has of it: one of them was altered", altered);
        }
    }
}
