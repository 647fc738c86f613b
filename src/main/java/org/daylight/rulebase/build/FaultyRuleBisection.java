package org.daylight.rulebase.build;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.daylight.rulebase.source.SourceRule;

/** Finds the rule for which the engine throws instead of telling: by halves, because each try costs a build. */
final class FaultyRuleBisection {
    private final Predicate<List<SourceRule>> isRefused;

    /**
     * Prepares a search.
     *
     * @param isRefused whether the engine throws when these rules are all there are
     */
    FaultyRuleBisection(Predicate<List<SourceRule>> isRefused) {
        this.isRefused = isRefused;
    }

    /** Empty when no rule alone is to blame. */
    Optional<SourceRule> among(List<SourceRule> rules) {
        List<SourceRule> suspects = rules;
        while (suspects.size() > 1) {
            List<SourceRule> half = suspects.subList(0, suspects.size() / 2);
            suspects = isRefused.test(half) ? half : suspects.subList(suspects.size() / 2, suspects.size());
        }
        return suspects.stream().filter(last -> isRefused.test(List.of(last))).findFirst();
    }
}
