package org.daylight.dossier;

import java.util.List;
import java.util.Optional;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement somebody wants stored, checked against the live scheme but not yet against what is stored.
 *
 * @param schemeIsLive whether the scheme it names can be asked about enrolments
 * @param content what to store, or null when anything is wrong
 * @param violations what the live scheme finds wrong; they do not hold against a statement that is stored already
 */
record Draft(
        Envelope envelope, boolean schemeIsLive, @Nullable Content content, List<Violation> violations) {

    /**
     * What to store beside the envelope.
     *
     * @param contents the body, ready to be sealed
     * @param retracts the statement a retraction takes back, else null
     * @param revision the scheme's live revision
     */
    record Content(
            Statement.Kind kind,
            StoredStatement.Content body,
            SealedPayload contents,
            @Nullable StatementKey retracts,
            String revision) {

        static Content of(
                Envelope envelope,
                Statement.Kind kind,
                Payload payload,
                @Nullable StatementKey retracts,
                String revision) {
            StoredStatement.Content body =
                    new StoredStatement.Content(envelope.type(), envelope.key(), payload, envelope.digest());
            return new Content(kind, body, body.contents(), retracts, revision);
        }
    }

    StatementKey key() {
        return envelope.key();
    }

    DossierKey dossierKey() {
        return new DossierKey(envelope.scheme(), envelope.citizen());
    }

    /** Whether it can be told if its citizen is enrolled. */
    boolean namesDossier() {
        return schemeIsLive && !envelope.citizen().isEmpty();
    }

    /** The statement that it takes back. */
    Optional<StatementKey> retracts() {
        return Optional.ofNullable(content).map(Content::retracts);
    }

    boolean isFlawed() {
        return !envelope.isIntact() || !violations.isEmpty();
    }
}
