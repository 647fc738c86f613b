package org.daylight.cli;

/** The exit codes of the command line. */
final class ExitCode {
    static final int ALL_RIGHT = 0;
    /** A case did not come out as it says, or too little is covered. */
    static final int CASES_FAILED = 1;
    /** Something verified is not as it was signed. */
    static final int ALTERED = 1;

    static final int USAGE = 2;
    /** The scheme has errors, or one of its rules failed. */
    static final int SCHEME_HAS_ERRORS = 3;

    private ExitCode() {}
}
