package org.daylight.scheme;

import java.io.IOException;
import java.util.List;
import org.daylight.problem.AuthorProblem;

/** Thrown when a folder's files cannot be read or must not be: too large, a link out of it, no file at all. */
public final class RefusedFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<AuthorProblem> problems;

    RefusedFolderException(List<AuthorProblem> problems) {
        super(problems.get(0).toString());
        this.problems = List.copyOf(problems);
    }

    public List<AuthorProblem> problems() {
        return problems;
    }
}
