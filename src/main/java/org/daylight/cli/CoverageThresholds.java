package org.daylight.cli;

import java.util.ArrayList;
import java.util.List;
import org.daylight.scenario.Coverage;
import org.jspecify.annotations.Nullable;

/** The least that must be covered, in percent of a scheme's rules and conditions; null asks for nothing. */
record CoverageThresholds(@Nullable Integer rules, @Nullable Integer conditions) {
    private static final int ALL = 100;

    static CoverageThresholds of(@Nullable Integer rules, @Nullable Integer conditions) {
        check("--coverage-rules", rules);
        check("--coverage-conditions", conditions);
        return new CoverageThresholds(rules, conditions);
    }

    private static void check(String option, @Nullable Integer percent) {
        if (percent != null && (percent < 0 || percent > ALL)) {
            throw new UsageException(option + " is " + percent + ", expected 0 to " + ALL);
        }
    }

    boolean any() {
        return rules != null || conditions != null;
    }

    /** Says in words what is below. */
    List<String> shortfalls(Coverage coverage) {
        List<String> shortfalls = new ArrayList<>();
        compare("rules", rules, coverage.ofRules(), shortfalls);
        compare("conditions", conditions, coverage.ofConditions(), shortfalls);
        return shortfalls;
    }

    private static void compare(
            String what, @Nullable Integer percent, Coverage.Share covered, List<String> shortfalls) {
        if (percent != null && covered.isBelow(percent)) {
            shortfalls.add(covered + " " + what + " are covered, at least " + percent + " % are asked for");
        }
    }
}
