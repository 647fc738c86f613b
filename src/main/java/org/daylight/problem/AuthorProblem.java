package org.daylight.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a scheme folder, told in the author's language.
 *
 * @param code stable, kebab-case
 * @param severity errors keep a revision from going live, warnings do not
 * @param file path inside the scheme folder, with forward slashes
 * @param line 1-based, 0 when the problem is about the whole file
 * @param column 1-based, 0 when the problem is about the whole line
 * @param message a fragment with input in backticks
 * @param fix what to do about it, where one thing is known to help
 */
public record AuthorProblem(
        String code,
        Severity severity,
        String file,
        int line,
        int column,
        String message,
        @Nullable String fix) implements Comparable<AuthorProblem> {

    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<AuthorProblem> ORDER = Comparator.comparing(AuthorProblem::file)
            .thenComparing(AuthorProblem::line)
            .thenComparing(AuthorProblem::column)
            .thenComparing(AuthorProblem::code)
            .thenComparing(AuthorProblem::message);

    public static AuthorProblem error(String code, String file, int line, String message) {
        return new AuthorProblem(code, Severity.ERROR, file, line, 0, message, null);
    }

    @Override
    public int compareTo(AuthorProblem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + code + " " + message;
    }
}
