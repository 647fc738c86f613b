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
    private final ExistingStatements stock;
    private final StatementInserts inserts;
    private final Instant recordedAt;

    private StatementBatch(RecordSession desk, ExistingStatements stock, Instant recordedAt) {
        this.stock = stock;
        this.inserts = new StatementInserts(desk);
        this.recordedAt = recordedAt;
    }

    /** What each sender is told: what was accepted, or all that is wrong. */
    static List<WriteResult<List<StatementReceipt>>> admit(RecordSession desk, Instant recordedAt, List<Submission> deliveries) {
        List<Draft> drafts = deliveries.stream()
                .map(Submission::drafts)
                .flatMap(Collection::stream)
                .toList();
        StatementBatch admission = new StatementBatch(desk, ExistingStatements.of(desk, drafts), recordedAt);
        List<WriteResult<List<StatementReceipt>>> outcomes =
                deliveries.stream().map(admission::outcome).toList();
        admission.inserts.flush();
        return outcomes;
    }

    private WriteResult<List<StatementReceipt>> outcome(Submission delivery) {
        try {
            return new WriteResult.Kept<>(admit(delivery));
        } catch (CallerProblemException refused) {
            return new WriteResult.Refused<>(refused);
        }
    }

    private List<StatementReceipt> admit(Submission delivery) {
        // Nothing of a delivery is stored before all of it was found right.
        SubmissionValidation.of(stock, delivery.drafts()).forEach(draft -> store(draft, delivery.by()));
        return delivery.drafts().stream()
                .map(draft -> stock.find(draft.key()).orElseThrow().whole().accepted())
                .toList();
    }

    private void store(Draft draft, String by) {
        Draft.Content content = draft.content();
        if (content == null) {
            throw new IllegalStateException("a flawed draft was let in");
        }
        StoredStatement.Row row = new StoredStatement.Row(
                draft.envelope().citizen(),
                draft.envelope().scheme(),
                stock.nextPosition(draft.shelf()),
                content.kind(),
                draft.envelope().validAt(),
                recordedAt,
                by,
                content.revision());
        StoredStatement statement = new StoredStatement(row, content.body());
        inserts.add(statement, content.contents());
        stock.add(statement);
    }
}
