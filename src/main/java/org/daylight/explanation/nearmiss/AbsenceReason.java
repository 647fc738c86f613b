package org.daylight.explanation.nearmiss;

import java.util.Optional;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.WorkingMemorySnapshot;
import org.daylight.vocabulary.Event;

/** Why something was not there for the rules to see. */
final class AbsenceReason {
    private final Inquiry inquiry;
    private final Assessment assessment;
    private final WorkingMemorySnapshot snapshot;

    AbsenceReason(Inquiry inquiry, Assessment assessment, WorkingMemorySnapshot snapshot) {
        this.inquiry = inquiry;
        this.assessment = assessment;
        this.snapshot = snapshot;
    }

    /** Whether the question is put by an essential service of a scheme that knows conduct. */
    boolean conductIsLeftOut() {
        return inquiry.isWithoutConduct();
    }

    /** In words; empty when there is nothing more to say than that it is not there. */
    String why(FailedCondition.Kind kind, String type, boolean isParameter) {
        if (kind == FailedCondition.Kind.CONDUCT_LEFT_OUT) {
            return "an essential service is decided without conduct";
        }
        if (!inquiry.dossier().enrolled() && !isParameter) {
            return "not enrolled, so nothing is held";
        }
        if (kind == FailedCondition.Kind.NOT_SCORED) {
            return "not scored (" + events() + " of "
                    + inquiry.rules().scheme().manifest().score().minimumEvents() + " events)";
        }
        if (isParameter) {
            return "no row of its table is in force on the day asked about";
        }
        return aside(type)
                .map(statement -> statement.id() + " is set aside: "
                        + statement
                                .why()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '))
                .orElse("");
    }

    private Optional<ExcludedStatement> aside(String type) {
        return assessment.setAside().stream()
                .filter(statement -> statement.type().equals(type))
                .findFirst();
    }

    private long events() {
        return snapshot.data().stream()
                .filter(seen -> seen.object() instanceof Event && !seen.id().startsWith("derived:"))
                .count();
    }
}
