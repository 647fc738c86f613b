package org.daylight.cli;

/** Thrown when the command line asks for something that cannot be: a folder that is not there, a name that is taken. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
