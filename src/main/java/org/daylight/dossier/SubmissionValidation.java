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
 * Finds out, against what is stored, whether a delivery can be let in. A draft that is stored already is answered from there
 * before anything else is held against it: its sender repeats what was accepted, whatever has changed since.
 */
final class SubmissionValidation {
    private static final String REUSED = "statement-id-reused";
    private static final String ERASED = "erased";

    private final ExistingStatements existing;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Draft> fresh = new ArrayList<>();
    private final Map<StatementKey, Draft> freshByKey = new HashMap<>();

    private SubmissionValidation(ExistingStatements existing) {
        this.existing = existing;
    }

    /**
     * Looks at every draft.
     *
     * @return those that are to be stored
     * @throws CallerProblemException with all that is wrong in all of them
     */
    static List<Draft> of(ExistingStatements existing, List<Draft> drafts) {
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

    private void examine(Draft draft) {
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

    /** Whether the draft says, or claims to say, what was said before. */
    private boolean isKnown(Draft draft) {
        Optional<Stored> kept = existing.find(draft.key());
        if (kept.filter(Stored::isErased).isPresent()) {
            // Whether it says the same nobody can tell any more; taken in again it would undo the erasure.
            refuse(
                    draft.envelope(),
                    ERASED,
                    "id",
                    draft.key().id(),
                    "a statement that was not erased with its citizen");
            return true;
        }
        Optional<String> known = kept.map(found -> found.whole().content().digest())
                .or(() -> Optional.ofNullable(freshByKey.get(draft.key()))
                        .map(earlier -> earlier.envelope().digest()));
        if (known.isPresent() && !known.get().equals(draft.envelope().digest())) {
            refuse(draft.envelope(), REUSED, "id", draft.key().id(), "a new id, or the content first sent under it");
        }
        return known.isPresent();
    }

    private void checkEnrolment(Draft draft) {
        if (draft.namesDossier() && !existing.isEnrolled(draft.dossierKey())) {
            refuse(
                    draft.envelope(),
                    "citizen-not-enrolled",
                    "subject",
                    draft.envelope().citizen(),
                    "a citizen who is enrolled in `" + draft.envelope().scheme() + "`");
        }
    }

    private void checkRetraction(Draft draft) {
        Draft.Content content = draft.content();
        if (content == null || content.retracts() == null) {
            return;
        }
        Envelope envelope = draft.envelope();
        StatementKey target = content.retracts();
        Draft earlier = freshByKey.get(target);
        Optional<Stored> kept = existing.find(target).filter(found -> !found.isErased());
        boolean isRetraction = earlier != null
                ? earlier.envelope().type().equals(Statement.RETRACTION_TYPE)
                : kept.filter(found -> found.header().kind() == Statement.Kind.RETRACTION)
                        .isPresent();
        boolean isAboutTheSame = earlier != null
                ? earlier.dossierKey().equals(draft.dossierKey())
                : kept.filter(found -> found.isAbout(envelope)).isPresent();
        if (!isAboutTheSame) {
            // Whether it exists for somebody else is not the caller's to learn.
            refuse(envelope, "unknown-statement", "data.id", target.id(), "an earlier statement about this citizen");
        } else if (isRetraction) {
            refuse(envelope, "retraction-of-retraction", "data.id", target.id(), "an event or a fact");
        }
    }

    private void refuse(Envelope envelope, String code, String field, String found, String expected) {
        violations.add(new Violation(code, envelope.path() + field, StrictJson.cut(found), expected));
    }
}
