package org.daylight.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.daylight.problem.AuthorProblem;

/** Prints problems as editors and build servers read them: {@code file:line:column severity code message}. */
final class ProblemLines {
    private ProblemLines() {}

    static void print(Path folder, List<AuthorProblem> problems, PrintWriter out) {
        for (AuthorProblem problem : problems) {
            out.println(line(folder, problem));
            if (problem.fix() != null) {
                out.println("    fix: " + problem.fix());
            }
        }
    }

    private static String line(Path folder, AuthorProblem problem) {
        return shown(folder.resolve(problem.file())) + ":" + problem.line() + ":" + problem.column() + " "
                + problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem.code() + " " + problem.message();
    }

    /** Returns a path with forward slashes everywhere. */
    static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
