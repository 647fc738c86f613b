package org.daylight.rulebase.lint;

/** Looks at a scheme for one thing. */
interface Lint {
    void check(Linted scheme, Warnings warnings);
}
