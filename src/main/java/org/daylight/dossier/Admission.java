package org.daylight.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.daylight.ledger.Desk;
import org.daylight.problem.CallerProblem;
import org.daylight.store.Outcome;

/**
 * Lets in what several senders bring, one after the other, as if each had come alone: what an earlier one of them brought is stored
 * for a later one.
 */
final class Admission {
    private final Stock stock;
    private final StatementInserts inserts;
    private final Instant recordedAt;

    private Admission(Desk desk, Stock stock, Instant recordedAt) {
        this.stock = stock;
        this.inserts = new StatementInserts(desk);
        this.recordedAt = recordedAt;
    }

    /** What each sender is told: what was accepted, or all that is wrong. */
    static List<Outcome<List<Accepted>>> admit(Desk desk, Instant recordedAt, List<Delivery> deliveries) {
        List<Draft> drafts = deliveries.stream()
                .map(Delivery::drafts)
                .flatMap(Collection::stream)
                .toList();
        Admission admission = new Admission(desk, Stock.of(desk, drafts), recordedAt);
        List<Outcome<List<Accepted>>> outcomes =
                deliveries.stream().map(admission::outcome).toList();
        admission.inserts.flush();
        return outcomes;
    }

    private Outcome<List<Accepted>> outcome(Delivery delivery) {
        try {
            return new Outcome.Kept<>(admit(delivery));
        } catch (CallerProblem refused) {
            return new Outcome.Refused<>(refused);
        }
    }

    private List<Accepted> admit(Delivery delivery) {
        // Nothing of a delivery is stored before all of it was found right.
        Examination.of(stock, delivery.drafts()).forEach(draft -> store(draft, delivery.by()));
        return delivery.drafts().stream()
                .map(draft -> stock.find(draft.key()).orElseThrow().whole().accepted())
                .toList();
    }

    private void store(Draft draft, String by) {
        Draft.Content content = draft.content();
        if (content == null) {
            throw new IllegalStateException("a flawed draft was let in");
        }
        KeptStatement.Row row = new KeptStatement.Row(
                draft.envelope().citizen(),
                draft.envelope().scheme(),
                stock.nextPosition(draft.shelf()),
                content.kind(),
                draft.envelope().validAt(),
                recordedAt,
                by,
                content.revision());
        KeptStatement statement = new KeptStatement(row, content.body());
        inserts.add(statement, content.contents());
        stock.add(statement);
    }
}
