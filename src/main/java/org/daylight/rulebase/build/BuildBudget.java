package org.daylight.rulebase.build;

import java.time.Duration;

/**
 * The bounds of one build, however small the scheme looks.
 *
 * @param processorTime of the one thread that builds
 * @param heapShare of the heap that may be in use, after collecting, while it builds
 * @param metered whether steps are counted; false for nothing but measuring what counting costs
 */
public record BuildBudget(Duration processorTime, double heapShare, boolean metered) {
    public static final BuildBudget DEFAULT = new BuildBudget(Duration.ofSeconds(90), 0.9, true);
}
