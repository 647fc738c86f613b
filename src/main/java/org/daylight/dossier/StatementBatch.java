package org.daylight.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.daylight.problem.CallerProblemException;
import org.daylight.records.RecordSession;
import org.daylight.store.WriteResult;

/**
 * Lets in what several senders bring, one after the other, as if each had come alone: what an earlier one of them brought is stored
 * for a later one.
 */
final class StatementBatch {
    private final ExistingStatements existing;
    private final StatementInserts inserts;
    private final Instant recordedAt;

    private StatementBatch(RecordSession session, ExistingStatements existing, Instant recordedAt) {
        this.existing = existing;
        this.inserts = new StatementInserts(session);
        this.recordedAt = recordedAt;
    }

    /** What each sender is told: what was accepted, or all that is wrong. */
    static List<WriteResult<List<StatementReceipt>>> admit(
            RecordSession session, Instant recordedAt, List<Submission> submissions) {
        List<Draft> drafts = submissions.stream()
                .map(Submission::drafts)
                .flatMap(Collection::stream)
                .toList();
        StatementBatch batch = new StatementBatch(session, ExistingStatements.of(session, drafts), recordedAt);
        List<WriteResult<List<StatementReceipt>>> results =
                submissions.stream().map(batch::result).toList();
        batch.inserts.flush();
        return results;
    }

    private WriteResult<List<StatementReceipt>> result(Submission submission) {
        try {
            return new WriteResult.Kept<>(admit(submission));
        } catch (CallerProblemException refused) {
            return new WriteResult.Refused<>(refused);
        }
    }

    private List<StatementReceipt> admit(Submission submission) {
        // Nothing of a submission is stored before all of it was found right.
        SubmissionValidation.of(existing, submission.drafts()).forEach(draft -> store(draft, submission.by()));
        return submission.drafts().stream()
                .map(draft -> existing.find(draft.key()).orElseThrow().whole().receipt())
                .toList();
    }

    private void store(Draft draft, String by) {
        Draft.Content content = draft.content();
        if (content == null) {
            throw new IllegalStateException("a flawed draft was let in");
        }
        StoredStatement.Header row = new StoredStatement.Header(
                draft.envelope().citizen(),
                draft.envelope().scheme(),
                existing.nextPosition(draft.dossierKey()),
                content.kind(),
                draft.envelope().validAt(),
                recordedAt,
                by,
                content.revision());
        StoredStatement statement = new StoredStatement(row, content.body());
        inserts.add(statement, content.contents());
        existing.add(statement);
    }
}
