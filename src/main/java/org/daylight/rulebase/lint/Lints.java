package org.daylight.rulebase.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Problems;

/** Runs all lints and leaves out what the author allowed with a reason. */
public final class Lints {
    private static final List<Lint> ALL = List.of(
            new ReasonLint(),
            new EssentialLint(),
            new ContradictionLint(),
            new RepetitionLint(),
            new ThresholdLint(),
            new UnusedLint(),
            new ServiceLint(),
            new AccumulationLint(),
            new WayBackLint(),
            new RowGapLint(),
            new TranslationLint());

    /** Every code that may be allowed. */
    static final Set<String> CODES = Set.copyOf(new TreeSet<>(List.of(
            "missing-reason",
            "vague-reason",
            "essential-reads-conduct",
            "never-fires",
            "repeated-rule",
            "shadowed-rule",
            "threshold-gap",
            "threshold-overlap",
            "unused-type",
            "unused-field",
            "unused-parameter",
            "unused-service",
            "never-granted",
            "never-refused",
            "unbounded-accumulation",
            "no-way-back",
            "gapped-rows",
            "missing-translation")));

    private Lints() {}

    public static void check(SchemeSource scheme, Problems problems) {
        Warnings warnings = new Warnings();
        ALL.forEach(lint -> lint.check(scheme, warnings));
        Allowances allowances = Allowances.of(scheme, warnings);
        for (Warning warning : allowances.remaining()) {
            problems.warning(
                    warning.code(),
                    warning.place().file(),
                    warning.place().line(),
                    warning.place().column(),
                    warning.message(),
                    warning.fix());
        }
    }
}
