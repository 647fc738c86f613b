package org.daylight.scheme;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a scheme, so that its author reads it all at once. */
public final class Problems {
    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final String FAULT =
            "reading this failed through a fault of Daylight, not of the scheme: it is not known whether this is right";
    private static final String FAULT_FIX =
            "report it to whoever maintains Daylight, with this file; writing it in another way may help meanwhile";

    /** More than anybody mends at once, and few enough for a log and a page. */
    private static final int MOST_TOLD = 1_000;

    private final List<AuthorProblem> problems = new ArrayList<>();
    private final Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
    private int errors;
    private int untold;
    private boolean untoldError;

    public void error(ProblemCode code, Place place, String message) {
        error(code, place, message, null);
    }

    public void error(ProblemCode code, Place place, String message, @Nullable String fix) {
        add(new AuthorProblem(code, AuthorProblem.Severity.ERROR, place, message, fix));
    }

    /** Something thrown while a file was read that no file should bring about. */
    public void fault(String file) {
        error(ProblemCode.INTERNAL_FAULT, Place.ofFile(file), FAULT, FAULT_FIX);
    }

    /** Lets what is thrown while something of a file is looked at be a problem of that file. */
    public void guard(String file, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError faulty) {
            LOG.log(Level.ERROR, file + " cannot be checked, through a fault of Daylight", faulty);
            fault(file);
        }
    }

    /** Something that may stay as it is, if its author has a reason. */
    public void warning(ProblemCode code, Place place, String message, @Nullable String fix) {
        add(new AuthorProblem(code, AuthorProblem.Severity.WARNING, place, message, fix));
    }

    public void add(AuthorProblem problem) {
        codes.add(problem.code());
        if (problem.preventsGoingLive()) {
            errors++;
        }
        if (problems.size() < MOST_TOLD && problem.code() != ProblemCode.MORE_PROBLEMS) {
            problems.add(problem);
        } else {
            untold++;
            untoldError |= problem.preventsGoingLive();
        }
    }

    /** Whether there is one of a code on a line of a file from one to another. */
    boolean tells(ProblemCode code, String file, int from, int to) {
        return has(code)
                && problems.stream()
                        .anyMatch(problem -> problem.code() == code
                                && problem.file().equals(file)
                                && from <= problem.line()
                                && problem.line() <= to);
    }

    public boolean has(ProblemCode code) {
        return codes.contains(code);
    }

    public int count() {
        return problems.size() + untold;
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** By file, line and column, each once; of a great many the first ones, and last that there are more. */
    public List<AuthorProblem> sorted() {
        Stream<AuthorProblem> rest = untold == 0 ? Stream.empty() : Stream.of(rest());
        return Stream.concat(problems.stream().sorted().distinct(), rest).toList();
    }

    private AuthorProblem rest() {
        return new AuthorProblem(
                ProblemCode.MORE_PROBLEMS,
                untoldError ? AuthorProblem.Severity.ERROR : AuthorProblem.Severity.WARNING,
                Place.FOLDER,
                "there are more problems than can be told at once",
                "mend these first");
    }
}
