package org.daylight.publication;

import java.time.Instant;
import java.util.List;
import org.daylight.problem.AuthorProblem;

/**
 * What keeps a scheme's folder from going live.
 *
 * @param problems of the latest edit, with its warnings
 * @param since the moment from which on no edit was without errors
 */
public record SchemeProblems(List<AuthorProblem> problems, Instant since) {
    public SchemeProblems {
        problems = List.copyOf(problems);
    }

    /** The number of those that must be mended. */
    public long errors() {
        return problems.stream().filter(AuthorProblem::preventsGoingLive).count();
    }
}
