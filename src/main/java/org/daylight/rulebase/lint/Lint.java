package org.daylight.rulebase.lint;

import org.daylight.rulebase.source.SchemeSource;

/** Looks at a scheme for one thing. */
interface Lint {
    void check(SchemeSource source, Warnings warnings);
}
