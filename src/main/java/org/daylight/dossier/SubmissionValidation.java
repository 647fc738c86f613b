package org.daylight.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.dossier.StatementRows.Stored;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.StrictJson;
import org.daylight.scheme.Statement;

/**
 * Refuses statements: with what {@link EnvelopeReader} found wrong in their form, {@link StatementDraftReader} in their type and
 * data, and with what the stored state forbids. A draft that repeats a stored statement is not checked further: it was accepted
 * then, whatever has changed since.
 */
final class SubmissionValidation {
    private static final String REUSED = "statement-id-reused";
    private static final String ERASED = "erased";

    private final ExistingStatements existing;
    private final List<Violation> violations = new ArrayList<>();
    private final List<StatementDraft> fresh = new ArrayList<>();
    private final Map<StatementKey, StatementDraft> freshByKey = new HashMap<>();

    private SubmissionValidation(ExistingStatements existing) {
        this.existing = existing;
    }

    /**
     * Checks every draft.
     *
     * @return those that are to be stored
     * @throws CallerProblemException with all that is wrong in all of them
     */
    static List<StatementDraft> of(ExistingStatements existing, List<StatementDraft> drafts) {
        SubmissionValidation validation = new SubmissionValidation(existing);
        drafts.forEach(validation::examine);
        validation.refuseIfWrong();
        return validation.fresh;
    }

    private void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw new CallerProblemException(only(REUSED) ? 409 : only(ERASED) ? 410 : 422, violations);
        }
    }

    private boolean only(String code) {
        return violations.stream().allMatch(violation -> violation.code().equals(code));
    }

    private void examine(StatementDraft draft) {
        Envelope envelope = draft.envelope();
        if (envelope.isIntact() && isKnown(draft)) {
            return;
        }
        violations.addAll(envelope.violations());
        violations.addAll(draft.violations());
        checkEnrolment(draft);
        checkRetraction(draft);
        if (envelope.isIntact()) {
            fresh.add(draft);
            freshByKey.put(draft.key(), draft);
        }
    }

    /** Whether the draft's key was used before; refuses the draft when it was used for something else. */
    private boolean isKnown(StatementDraft draft) {
        Optional<Stored> stored = existing.find(draft.key());
        if (stored.filter(Stored::isErased).isPresent()) {
            // Nobody can tell any more whether it says the same; admitted again, it would undo the erasure.
            refuse(
                    draft.envelope(),
                    ERASED,
                    "id",
                    draft.key().id(),
                    "a statement that was not erased with its citizen");
            return true;
        }
        Optional<String> digest = stored.map(
                        earlier -> earlier.requireStatement().content().digest())
                .or(() -> Optional.ofNullable(freshByKey.get(draft.key()))
                        .map(earlier -> earlier.envelope().digest()));
        if (digest.isPresent() && !digest.get().equals(draft.envelope().digest())) {
            refuse(draft.envelope(), REUSED, "id", draft.key().id(), "a new id, or the content first sent under it");
        }
        return digest.isPresent();
    }

    private void checkEnrolment(StatementDraft draft) {
        if (draft.namesDossier() && !existing.isEnrolled(draft.dossierKey())) {
            refuse(
                    draft.envelope(),
                    "citizen-not-enrolled",
                    "subject",
                    draft.envelope().citizen(),
                    "a citizen who is enrolled in `" + draft.envelope().scheme() + "`");
        }
    }

    private void checkRetraction(StatementDraft draft) {
        StatementDraft.Content content = draft.content();
        if (content == null || content.retracts() == null) {
            return;
        }
        Envelope envelope = draft.envelope();
        StatementKey target = content.retracts();
        StatementDraft fellow = freshByKey.get(target);
        Optional<Stored> stored = existing.find(target).filter(statement -> !statement.isErased());
        boolean isRetraction = fellow != null
                ? fellow.envelope().type().equals(Statement.RETRACTION_TYPE)
                : stored.filter(statement -> statement.header().kind() == Statement.Kind.RETRACTION)
                        .isPresent();
        boolean isAboutTheSame = fellow != null
                ? fellow.dossierKey().equals(draft.dossierKey())
                : stored.filter(statement -> statement.isAbout(envelope)).isPresent();
        if (!isAboutTheSame) {
            // The caller must not learn whether it exists for another citizen.
            refuse(envelope, "unknown-statement", "data.id", target.id(), "an earlier statement about this citizen");
        } else if (isRetraction) {
            refuse(envelope, "retraction-of-retraction", "data.id", target.id(), "an event or a fact");
        }
    }

    private void refuse(Envelope envelope, String code, String field, String found, String expected) {
        violations.add(new Violation(code, envelope.path() + field, StrictJson.cut(found), expected));
    }
}
