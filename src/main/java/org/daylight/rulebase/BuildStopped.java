package org.daylight.rulebase;

/** Thrown into a build that used more than it may. An error, so that no part of the engine takes it for one of its own. */
final class BuildStopped extends Error {
    private static final long serialVersionUID = 1L;

    BuildStopped(String message) {
        super(message, null, false, false);
    }
}
