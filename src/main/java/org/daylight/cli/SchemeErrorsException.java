package org.daylight.cli;

/** Thrown when a command needs a scheme's rules, and the scheme has errors. */
final class SchemeErrorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CheckedScheme scheme;

    SchemeErrorsException(CheckedScheme scheme) {
        super(scheme.id() + " has errors");
        this.scheme = scheme;
    }

    CheckedScheme scheme() {
        return scheme;
    }
}
