package org.daylight.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.daylight.dossier.StoredStatement.Header;
import org.daylight.problem.CallerProblemException;
import org.daylight.records.RecordSession;
import org.daylight.records.SealedPayload;
import org.daylight.store.InClause;
import org.daylight.store.WriteResult;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Lets in what several senders bring, one after the other, as if each had come alone: what an earlier one of them brought is stored
 * for a later one. INVARIANT: all that was let in is stored when {@link #admit} returns.
 */
final class StatementBatch {
    private final ExistingStatements existing;
    private final RecordSession session;
    private final List<Accepted> waiting = new ArrayList<>();
    private final Instant recordedAt;

    /**
     * What a sender brings: all of it is let in or nothing.
     *
     * @param by who the sender is
     */
    record Submission(List<Draft> drafts, String by) {}

    /** @param payload the statement's content, ready to be sealed */
    private record Accepted(StoredStatement statement, SealedPayload payload) {}

    private StatementBatch(RecordSession session, ExistingStatements existing, Instant recordedAt) {
        this.existing = existing;
        this.session = session;
        this.recordedAt = recordedAt;
    }

    /** What each sender is told: what was accepted, or all that is wrong. */
    static List<WriteResult<List<StatementReceipt>>> admit(
            RecordSession session, Instant recordedAt, List<Submission> submissions) {
        List<Draft> drafts = submissions.stream()
                .map(Submission::drafts)
                .flatMap(Collection::stream)
                .toList();
        StatementBatch batch = new StatementBatch(session, new ExistingStatements(session, drafts), recordedAt);
        List<WriteResult<List<StatementReceipt>>> results =
                submissions.stream().map(batch::result).toList();
        batch.flush();
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
        Header row = new Header(
                draft.envelope().citizen(),
                draft.envelope().scheme(),
                existing.nextPosition(draft.dossierKey()),
                content.kind(),
                draft.envelope().validAt(),
                recordedAt,
                by,
                content.revision());
        StoredStatement statement = new StoredStatement(row, content.body());
        existing.add(statement);
        waiting.add(new Accepted(statement, content.contents()));
        if (waiting.size() == InClause.MOST) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> citizens = new LinkedHashSet<>();
        waiting.forEach(accepted -> citizens.add(accepted.statement().header().citizen()));
        session.keys().fetch(citizens);
        PreparedBatch statements = session.handle().prepareBatch(StatementRows.TABLE.insert());
        PreparedBatch keys = session.handle()
                .prepareBatch("INSERT INTO statement_key (hmac, citizen, scheme, position) VALUES (?, ?, ?, ?)");
        for (Accepted accepted : waiting) {
            Header header = accepted.statement().header();
            StoredStatement.Content content = accepted.statement().content();
            StatementRows.TABLE.bind(session, statements, header, content, accepted.payload());
            statements.add();
            byte[] hmac = StatementRows.blind(session, content.key());
            keys.add(hmac, header.citizen(), header.scheme(), header.position());
        }
        statements.execute();
        keys.execute();
        waiting.clear();
    }
}
