package org.daylight.rulebase.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;

/** Runs all lints and leaves out what the author allowed with a reason. */
public final class Lints {
    private static final List<Lint> ALL = List.of(
            new ReasonLint(),
            new EssentialLint(),
            new ContradictionLint(),
            new RepetitionLint(),
            new ThresholdLint(),
            new NarrowedThresholdLint(),
            new UnusedLint(),
            new ServiceLint(),
            new AccumulationLint(),
            new WayBackLint(),
            new RowGapLint(),
            new UnscoredTermsLint(),
            new EventCountLint(),
            new TranslationLint());

    /** Every code that may be allowed. */
    static final Set<String> CODES = Stream.of(
                    ProblemCode.MISSING_REASON,
                    ProblemCode.VAGUE_REASON,
                    ProblemCode.ESSENTIAL_READS_CONDUCT,
                    ProblemCode.NEVER_FIRES,
                    ProblemCode.REPEATED_RULE,
                    ProblemCode.SHADOWED_RULE,
                    ProblemCode.THRESHOLD_GAP,
                    ProblemCode.THRESHOLD_OVERLAP,
                    ProblemCode.UNUSED_TYPE,
                    ProblemCode.UNUSED_FIELD,
                    ProblemCode.UNUSED_PARAMETER,
                    ProblemCode.UNUSED_SERVICE,
                    ProblemCode.NEVER_GRANTED,
                    ProblemCode.NEVER_REFUSED,
                    ProblemCode.UNBOUNDED_ACCUMULATION,
                    ProblemCode.NO_WAY_BACK,
                    ProblemCode.GAPPED_ROWS,
                    ProblemCode.UNSCORED_AS_LOWEST,
                    ProblemCode.REFUSED_BY_COUNT,
                    ProblemCode.MISSING_TRANSLATION)
            .map(ProblemCode::toString)
            .collect(Collectors.toUnmodifiableSet());

    private Lints() {}

    public static void check(SchemeSource source, Problems problems) {
        Warnings warnings = new Warnings();
        ALL.forEach(lint -> lint.check(source, warnings));
        List<Allowance> allowances = Allowance.read(source);
        for (Warning warning : warnings.all()) {
            if (allowances.stream()
                    .noneMatch(allowance -> !allowance.reason().isEmpty() && allowance.covers(warning))) {
                problems.warning(warning.code(), warning.place(), warning.message(), warning.fix());
            }
        }
        allowances.forEach(allowance -> checkAllowance(allowance, warnings, problems));
    }

    /** Warns of an allowance with an unknown code, without a reason, or for nothing. */
    private static void checkAllowance(Allowance allowance, Warnings warnings, Problems problems) {
        String code = allowance.code();
        Place place = allowance.place();
        if (!CODES.contains(code)) {
            String message = code.isBlank() ? "`@allow` allows nothing" : "no lint has the code `" + code + "`";
            String fix = code.isBlank() ? "write `@allow( \"code: why\" )`" : Nearest.fix(code, CODES);
            problems.warning(ProblemCode.UNKNOWN_ALLOW, place, message, fix);
        } else if (allowance.reason().isEmpty()) {
            String message = "`" + code + "` is allowed without a reason";
            problems.warning(ProblemCode.ALLOW_WITHOUT_REASON, place, message, "write `" + code + ": ` and why");
        } else if (warnings.all().stream().noneMatch(allowance::covers)) {
            String message = "there is no `" + code + "` here to allow";
            problems.warning(ProblemCode.UNUSED_ALLOW, place, message, "take the line out");
        }
    }
}
