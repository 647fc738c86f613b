package org.daylight.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.evaluation.Adjustment;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Datum;
import org.daylight.evaluation.DecisionResult;
import org.daylight.evaluation.Effect;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Reason;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/** Prints an assessment for reading: the decision first, then what it rests on. */
record AssessmentText(PrintWriter out) {

    void print(Assessment assessment) {
        printAnswer(assessment);
        section(out, "trace", assessment.trace());
        assessment.trace().forEach(this::print);
        section(out, "set aside", assessment.setAside());
        for (ExcludedStatement excluded : assessment.setAside()) {
            String why = excluded.why() + " " + excluded.detail();
            out.println("  " + excluded.type() + " " + excluded.id() + ": " + why.stripTrailing());
        }
    }

    /** Prints the decision and the ledger, without the trace. */
    void printAnswer(Assessment assessment) {
        out.println("scheme " + assessment.scheme() + ", revision " + assessment.revision());
        out.println("as of " + assessment.asOf());
        if (assessment.decision() != null) {
            print(assessment.decision());
        }
        print(assessment.standing(), assessment);
    }

    /** Begins a section, unless it has no content. */
    static void section(PrintWriter out, String title, List<?> content) {
        if (!content.isEmpty()) {
            out.println();
            out.println(title);
        }
    }

    private void print(DecisionResult decision) {
        out.println();
        out.println("decision on " + decision.service() + ": " + decision.outcome());
        for (Reason reason : decision.reasons()) {
            out.println("  because " + reasonOf(reason.reason(), reason.rule(), reason.cites()));
        }
        decision.terms().forEach((name, value) -> out.println("  term " + name + " = " + value));
    }

    private void print(@Nullable Standing standing, Assessment assessment) {
        out.println();
        if (standing == null) {
            out.println("standing: not scored");
            return;
        }
        String band = standing.band().isEmpty() ? "" : " (" + standing.band() + ")";
        out.println("standing: " + standing.score() + band);
        out.println("  " + points(assessment.start()) + "  start");
        for (Adjustment line : assessment.adjustments()) {
            String text = reasonOf(line.reason(), line.rule(), line.cites());
            String causes = line.causes().isEmpty() ? "" : "  <- " + String.join(", ", line.causes());
            out.println("  " + points(line.points()) + "  " + text + causes);
        }
    }

    private static String points(long points) {
        return String.format("%+6d", points);
    }

    private static String reasonOf(@Nullable String reason, @Nullable String rule, @Nullable String cites) {
        String text = Optional.ofNullable(reason).orElse(String.valueOf(rule));
        return text + (cites == null ? "" : " [" + cites + "]");
    }

    private void print(Firing firing) {
        out.println("  " + firing.number() + ". " + firing.rule() + "  (" + firing.file() + ":" + firing.line() + ")");
        firing.matched().forEach(datum -> out.println("       on " + shown(datum)));
        firing.counted().forEach(datum -> out.println("       counting " + shown(datum)));
        firing.effects().forEach(effect -> out.println("       " + shown(effect)));
    }

    private static String shown(Datum datum) {
        return datum.type() + " " + datum.id() + (datum.read().isEmpty() ? "" : " " + shown(datum.read()));
    }

    private static String shown(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String shown(Effect effect) {
        if (effect.insteadOf() != null) {
            String why = effect.value() == null
                    ? "which is not known to follow for every score"
                    : "which would not follow at a score of " + effect.value();
            return effect.verb() + " instead of " + effect.insteadOf() + ", " + why;
        }
        return Stream.of(effect.verb(), effect.name(), effect.value())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
