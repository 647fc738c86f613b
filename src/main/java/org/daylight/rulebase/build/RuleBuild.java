package org.daylight.rulebase.build;

import java.util.Optional;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * Builds a scheme's rules. The engine stops at the first mistake of some kinds; the rules that are wrong are left out
 * then, and the rest built again, so that an author reads of all mistakes at once.
 */
public final class RuleBuild {
    private static final int MOST_ROUNDS = 5;
    /** Above this a build takes so long that one must do. */
    public static final int FEW_RULES = 200;

    private RuleBuild() {}

    /** The engine's rules, or null when the scheme has mistakes. */
    public static @Nullable BuiltRules build(SchemeSource source, BuildBudget budget, Problems problems) {
        SchemeWithoutFaultyRules schemes = new SchemeWithoutFaultyRules(source.scheme(), source);
        int rounds = source.allRules().size() <= FEW_RULES ? MOST_ROUNDS : 1;
        for (int round = 0; round < rounds; round++) {
            Optional<Scheme> scheme = schemes.without(problems.sorted());
            if (scheme.isEmpty()) {
                return null;
            }
            int before = problems.sorted().size();
            BuiltRules built = new GuardedBuild(new BuildInput(scheme.get(), source), budget, problems).run();
            if (built != null || problems.sorted().size() == before) {
                return built;
            }
        }
        return null;
    }
}
