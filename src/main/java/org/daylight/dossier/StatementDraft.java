package org.daylight.dossier;

import java.util.List;
import java.util.Optional;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a caller wants stored, checked against the live scheme but not yet against what is stored.
 *
 * @param schemeIsLive whether the scheme that its type names is live
 * @param content to be stored; null when anything is wrong
 * @param violations those found by the live scheme; they do not count against a statement that is stored already
 */
record StatementDraft(
        Envelope envelope, boolean schemeIsLive, @Nullable Content content, List<Violation> violations) {

    /**
     * The content to be stored beside the envelope.
     *
     * @param payload the body, ready to be sealed
     * @param retracts the statement that a retraction takes back, else null
     * @param revision the scheme's live revision
     */
    record Content(
            Statement.Kind kind,
            StoredStatement.Content body,
            SealedPayload payload,
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
            return new Content(kind, body, body.sealedPayload(), retracts, revision);
        }
    }

    StatementKey key() {
        return envelope.key();
    }

    DossierKey dossierKey() {
        return new DossierKey(envelope.scheme(), envelope.citizen());
    }

    /** Whether it names both a live scheme and a citizen, so that the enrolment can be looked up. */
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
