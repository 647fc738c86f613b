package org.daylight.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.daylight.explanation.Explanation;
import org.daylight.explanation.counterfactual.FutureChanges;
import org.daylight.explanation.counterfactual.WhatIf;
import org.daylight.explanation.nearmiss.NearMiss;
import org.daylight.explanation.nearmiss.NearMisses;
import org.daylight.explanation.reason.NotCounted;
import org.daylight.explanation.reason.PrincipalReason;
import org.daylight.explanation.reason.PrincipalReasons;
import org.daylight.explanation.reason.Threshold;

/**
 * Prints an explanation for reading: what decided, what did not, and what did not count.
 *
 * @param zone the time zone in which days are counted
 */
record ExplanationText(PrintWriter out, ZoneId zone) {

    void print(Explanation explanation) {
        if (explanation.reasons() != null) {
            print(explanation.reasons());
        }
        print(explanation.nearMisses());
        AssessmentText.section(out, "did not count", explanation.notCounted());
        for (NotCounted notCounted : explanation.notCounted()) {
            out.println("  " + day(notCounted.at()) + "  " + notCounted.says());
        }
        if (explanation.whatIf() != null) {
            print(explanation.whatIf());
        }
        if (explanation.when() != null) {
            print(explanation.when());
        }
    }

    private void print(FutureChanges when) {
        AssessmentText.section(out, "when it changes by itself", when.changes());
        for (FutureChanges.Turn turn : when.changes()) {
            out.println("  " + turn.text());
            for (FutureChanges.Because because : turn.because()) {
                String points = because.points() == null ? "" : " (" + because.points() + ")";
                out.println("       " + (because.appears() ? "+ " : "- ")
                        + (because.rule() == null ? because.reason() : because.rule()) + points);
            }
        }
    }

    private void print(WhatIf whatIf) {
        out.println();
        out.println("what would change it");
        whatIf.ways().forEach(way -> out.println("  " + way.text()));
        if (whatIf.ways().isEmpty()) {
            out.println("  " + whatIf.text());
        }
        out.println("  tried: " + whatIf.evaluations() + " assessments, "
                + (whatIf.exhausted() ? "all that is declared changeable" : "not all that is declared changeable")
                + ", up to " + whatIf.steps() + " changes together");
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private void print(PrincipalReasons reasons) {
        AssessmentText.section(out, "principal reasons", reasons.principal());
        int number = 0;
        for (PrincipalReason reason : reasons.principal()) {
            out.println("  " + ++number + ". " + reason.says());
            out.println("       " + reason.rule() + "  (" + reason.file() + ":" + reason.line() + ")");
            for (PrincipalReason.On on : reason.data()) {
                out.println("       on " + on.type() + " " + on.id() + " of " + day(on.at()) + " " + on.read());
            }
        }
        for (Threshold threshold : reasons.thresholds()) {
            out.println("  " + threshold.says());
        }
        out.println("  " + reasons.says());
    }

    private void print(NearMisses misses) {
        AssessmentText.section(out, "rules that did not fire", misses.rules());
        for (NearMiss miss : misses.rules()) {
            out.println("  " + miss.rule() + "  (" + miss.file() + ":" + miss.line() + ")");
            out.println("       " + miss.held() + " of " + miss.of() + " hold; "
                    + miss.miss().says());
            out.println("       at " + miss.miss().file() + ":" + miss.miss().line());
        }
        misses.notExplained().forEach((rule, why) -> out.println("  " + rule + ": not explained, " + why));
    }
}
