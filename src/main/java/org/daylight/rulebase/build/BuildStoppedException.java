package org.daylight.rulebase.build;

/** Thrown into a build that used more than it may. An error, so that no part of the engine takes it for one of its own. */
public final class BuildStoppedException extends Error {
    private static final long serialVersionUID = 1L;

    BuildStoppedException(String message) {
        super(message, null, false, false);
    }
}
