package org.daylight.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daylight.dossier.StatementRows.Stored;
import org.daylight.ledger.Desk;
import org.daylight.problem.CallerProblem;
import org.daylight.problem.CallerProblem.Violation;
import org.daylight.problem.StrictJson;
import org.daylight.scheme.Statement;

/**
 * Decides, against what is stored, which drafts of a batch are let in. A draft that is stored already is answered from there
 * before anything else is held against it: its sender repeats what was accepted, whatever has changed since.
 */
final class Admission {
    private static final String REUSED = "statement-id-reused";
    private static final String ERASED = "erased";

    private final StatementRows statements;
    private final EnrolmentRows enrolments;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Draft> fresh = new ArrayList<>();
    private final Map<StatementKey, Draft> freshByKey = new HashMap<>();
    private final Map<StatementKey, Stored> stored = new HashMap<>();
    private final Map<Shelf, Boolean> enrolled = new HashMap<>();
    private final Map<Shelf, Long> positions = new HashMap<>();

    /** Where a citizen's statements in a scheme are counted. */
    private record Shelf(String scheme, String citizen) {}

    Admission(Desk desk) {
        statements = new StatementRows(desk);
        enrolments = new EnrolmentRows(desk);
    }

    /**
     * Looks at every draft.
     *
     * @return all of them
     * @throws CallerProblem with all that is wrong in all of them
     */
    List<Draft> examine(List<Draft> drafts) {
        drafts.forEach(this::examine);
        if (!violations.isEmpty()) {
            throw new CallerProblem(only(REUSED) ? 409 : only(ERASED) ? 410 : 422, violations);
        }
        return drafts;
    }

    private boolean only(String code) {
        return violations.stream().allMatch(violation -> violation.code().equals(code));
    }

    /** Stores what is new of the drafts examined and answers for all of them. */
    List<Accepted> admit(List<Draft> drafts, Instant recordedAt, String recordedBy) {
        for (Draft draft : fresh) {
            Draft.Content content = draft.content();
            if (content == null) {
                throw new IllegalStateException("a flawed draft was let in");
            }
            Envelope envelope = draft.envelope();
            KeptStatement.Row row = new KeptStatement.Row(
                    envelope.citizen(),
                    envelope.scheme(),
                    positions.merge(shelf(envelope), 1L, Long::sum),
                    content.kind(),
                    envelope.validAt(),
                    recordedAt,
                    recordedBy,
                    content.revision());
            stored.put(draft.key(), statements.append(new KeptStatement(row, content.body()), content.contents()));
        }
        List<Accepted> answers = new ArrayList<>();
        for (Draft draft : drafts) {
            answers.add(stored(draft.key()).orElseThrow().whole().accepted());
        }
        return answers;
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
        Optional<Stored> kept = stored(draft.key());
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
        Optional<String> known = kept.map(found -> found.whole().body().digest())
                .or(() -> Optional.ofNullable(freshByKey.get(draft.key()))
                        .map(earlier -> earlier.envelope().digest()));
        if (known.isPresent() && !known.get().equals(draft.envelope().digest())) {
            refuse(draft.envelope(), REUSED, "id", draft.key().id(), "a new id, or the content first sent under it");
        }
        return known.isPresent();
    }

    private void checkEnrolment(Draft draft) {
        Envelope envelope = draft.envelope();
        if (!draft.schemeIsLive() || envelope.citizen().isEmpty()) {
            return;
        }
        Shelf shelf = shelf(envelope);
        boolean isEnrolled = enrolled.computeIfAbsent(shelf, asked -> {
            positions.put(asked, statements.count(asked.scheme(), asked.citizen()));
            return enrolments.isEnrolled(asked.scheme(), asked.citizen());
        });
        if (!isEnrolled) {
            refuse(
                    envelope,
                    "citizen-not-enrolled",
                    "subject",
                    envelope.citizen(),
                    "a citizen who is enrolled in `" + envelope.scheme() + "`");
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
        Optional<Stored> kept = stored(target).filter(found -> !found.isErased());
        boolean isRetraction = earlier != null
                ? earlier.envelope().type().equals(Statement.RETRACTION_TYPE)
                : kept.filter(found -> found.row().kind() == Statement.Kind.RETRACTION)
                        .isPresent();
        boolean isAboutTheSame = earlier != null
                ? shelf(earlier.envelope()).equals(shelf(envelope))
                : kept.filter(found -> found.isAbout(envelope)).isPresent();
        if (!isAboutTheSame) {
            // Whether it exists for somebody else is not the caller's to learn.
            refuse(envelope, "unknown-statement", "data.id", target.id(), "an earlier statement about this citizen");
        } else if (isRetraction) {
            refuse(envelope, "retraction-of-retraction", "data.id", target.id(), "an event or a fact");
        }
    }

    private Optional<Stored> stored(StatementKey key) {
        Stored found = stored.get(key);
        if (found == null && !freshByKey.containsKey(key)) {
            Optional<Stored> kept = statements.find(key);
            kept.ifPresent(row -> stored.put(key, row));
            return kept;
        }
        return Optional.ofNullable(found);
    }

    private void refuse(Envelope envelope, String code, String field, String found, String expected) {
        violations.add(new Violation(code, envelope.path() + field, StrictJson.cut(found), expected));
    }

    private static Shelf shelf(Envelope envelope) {
        return new Shelf(envelope.scheme(), envelope.citizen());
    }
}
