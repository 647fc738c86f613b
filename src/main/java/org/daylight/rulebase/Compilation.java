package org.daylight.rulebase;

import java.util.List;
import java.util.Optional;
import org.daylight.problem.AuthorProblem;

/**
 * The result of compiling a scheme folder.
 *
 * @param ruleBase empty when there were errors
 * @param problems all of them, by file and line; warnings may stand beside a rule base
 */
public record Compilation(Optional<RuleBase> ruleBase, List<AuthorProblem> problems) {
    public Compilation {
        problems = List.copyOf(problems);
    }
}
