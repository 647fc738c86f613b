package org.daylight.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a scheme folder, told in the author's language.
 *
 * @param severity errors keep a revision from going live, warnings do not
 * @param message a fragment with input in backticks
 * @param fix what to do about it, where one thing is known to help
 */
public record AuthorProblem(
        ProblemCode code,
        Severity severity,
        @JsonUnwrapped Place place,
        String message,
        @Nullable String fix) implements Comparable<AuthorProblem> {

    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<AuthorProblem> ORDER = Comparator.comparing(AuthorProblem::file)
            .thenComparing(AuthorProblem::line)
            .thenComparing(AuthorProblem::column)
            .thenComparing(problem -> problem.code().toString())
            .thenComparing(AuthorProblem::message);

    public String file() {
        return place.file();
    }

    public int line() {
        return place.line();
    }

    public int column() {
        return place.column();
    }

    /** Whether the revision that has it stays away; no bean property, for the JSON tells the severity. */
    public boolean preventsGoingLive() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(AuthorProblem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file() + ":" + line() + ":" + column() + " " + code + " " + message;
    }
}
