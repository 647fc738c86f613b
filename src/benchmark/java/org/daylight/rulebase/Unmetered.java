package org.daylight.rulebase;

import org.daylight.rulebase.build.BuildBudget;
import org.daylight.scheme.SchemeFolder;

/** The same rules without the meter, for measuring what it costs. Stands here because nothing else can ask for such a build. */
public final class Unmetered {
    private Unmetered() {}

    public static Compilation compile(String scheme, SchemeFolder folder) {
        BuildBudget terms = BuildBudget.DEFAULT;
        return RuleCompiler.compile(scheme, folder, new BuildBudget(terms.processorTime(), terms.heapShare(), false));
    }
}
