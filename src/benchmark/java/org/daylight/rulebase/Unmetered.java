package org.daylight.rulebase;

import org.daylight.rulebase.build.BuildBudget;
import org.daylight.scheme.SchemeFolder;

/** Compiles rules without the meter, for measuring what it costs. Only this package can ask for such a build. */
public final class Unmetered {
    private Unmetered() {}

    public static Compilation compile(String scheme, SchemeFolder folder) {
        BuildBudget budget = BuildBudget.DEFAULT;
        return RuleCompiler.compile(scheme, folder, new BuildBudget(budget.processorTime(), budget.heapShare(), false));
    }
}
