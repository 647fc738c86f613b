package org.daylight.cli;

/** Thrown when the command line asks for something that cannot be: a folder that is not there, a name that is taken. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
