package org.daylight.scheme;

import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.AuthorProblem;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a scheme, so that its author reads it all at once. */
public final class Problems {
    private final List<AuthorProblem> problems = new ArrayList<>();

    public void error(String code, String file, int line, int column, String message) {
        error(code, file, line, column, message, null);
    }

    public void error(String code, String file, int line, int column, String message, @Nullable String fix) {
        problems.add(new AuthorProblem(code, AuthorProblem.Severity.ERROR, file, line, column, message, fix));
    }

    /** Something that may stay as it is, if its author has a reason. */
    public void warning(String code, String file, int line, int column, String message, @Nullable String fix) {
        problems.add(new AuthorProblem(code, AuthorProblem.Severity.WARNING, file, line, column, message, fix));
    }

    public void add(AuthorProblem problem) {
        problems.add(problem);
    }

    public boolean has(String code) {
        return problems.stream().anyMatch(problem -> problem.code().equals(code));
    }

    public int count() {
        return problems.size();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == AuthorProblem.Severity.ERROR);
    }

    /** By file, line and column, each once. */
    public List<AuthorProblem> sorted() {
        return problems.stream().sorted().distinct().toList();
    }
}
