package org.daylight.scheme;

import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a scheme, so that its author reads it all at once. */
public final class Problems {
    private final List<AuthorProblem> problems = new ArrayList<>();

    public void error(ProblemCode code, Place place, String message) {
        error(code, place, message, null);
    }

    public void error(ProblemCode code, Place place, String message, @Nullable String fix) {
        add(new AuthorProblem(code, AuthorProblem.Severity.ERROR, place, message, fix));
    }

    /** Something that may stay as it is, if its author has a reason. */
    public void warning(ProblemCode code, Place place, String message, @Nullable String fix) {
        add(new AuthorProblem(code, AuthorProblem.Severity.WARNING, place, message, fix));
    }

    public void add(AuthorProblem problem) {
        problems.add(problem);
    }

    public boolean has(ProblemCode code) {
        return problems.stream().anyMatch(problem -> problem.code() == code);
    }

    public int count() {
        return problems.size();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(AuthorProblem::preventsGoingLive);
    }

    /** By file, line and column, each once. */
    public List<AuthorProblem> sorted() {
        return problems.stream().sorted().distinct().toList();
    }
}
