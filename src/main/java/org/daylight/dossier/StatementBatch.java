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
 * Admits the submissions of several senders, one after the other, as if each had come alone: for a later one, an earlier one's
 * statements count as stored. INVARIANT: every admitted statement is stored when {@link #admit} returns.
 */
final class StatementBatch {
    private final ExistingStatements existing;
    private final RecordSession session;
    private final List<Admitted> waiting = new ArrayList<>();
    private final Instant recordedAt;

    /**
     * A sender's drafts, which are admitted together or not at all.
     *
     * @param recordedBy the sender's name
     */
    record Submission(List<StatementDraft> drafts, String recordedBy) {}

    /** @param payload the statement's content, ready to be sealed */
    private record Admitted(StoredStatement statement, SealedPayload payload) {}

    private StatementBatch(RecordSession session, ExistingStatements existing, Instant recordedAt) {
        this.existing = existing;
        this.session = session;
        this.recordedAt = recordedAt;
    }

    /** The result for each submission: its receipts, or all that is wrong with it. */
    static List<WriteResult<List<StatementReceipt>>> admit(
            RecordSession session, Instant recordedAt, List<Submission> submissions) {
        List<StatementDraft> drafts = submissions.stream()
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
        SubmissionValidation.of(existing, submission.drafts()).forEach(draft -> store(draft, submission.recordedBy()));
        return submission.drafts().stream()
                .map(draft -> existing.find(draft.key())
                        .orElseThrow()
                        .requireStatement()
                        .receipt())
                .toList();
    }

    private void store(StatementDraft draft, String recordedBy) {
        StatementDraft.Content content = draft.content();
        if (content == null) {
            throw new IllegalStateException("a flawed draft was admitted");
        }
        Header header = new Header(
                draft.envelope().citizen(),
                draft.envelope().scheme(),
                existing.nextPosition(draft.dossierKey()),
                content.kind(),
                draft.envelope().validAt(),
                recordedAt,
                recordedBy,
                content.revision());
        StoredStatement statement = new StoredStatement(header, content.body());
        existing.add(statement);
        waiting.add(new Admitted(statement, content.payload()));
        if (waiting.size() == InClause.MAX_VALUES) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> citizens = new LinkedHashSet<>();
        waiting.forEach(admitted -> citizens.add(admitted.statement().header().citizen()));
        session.keys().fetch(citizens);
        PreparedBatch statements = session.handle().prepareBatch(StatementRows.TABLE.insert());
        PreparedBatch keys = session.handle()
                .prepareBatch("INSERT INTO statement_key (hmac, citizen, scheme, position) VALUES (?, ?, ?, ?)");
        for (Admitted admitted : waiting) {
            Header header = admitted.statement().header();
            StoredStatement.Content content = admitted.statement().content();
            StatementRows.TABLE.bind(session, statements, header, content, admitted.payload());
            statements.add();
            byte[] hmac = StatementRows.blind(session, content.key());
            keys.add(hmac, header.citizen(), header.scheme(), header.position());
        }
        statements.execute();
        keys.execute();
        waiting.clear();
    }
}
