package org.daylight.rulebase.lint;

import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a lint.
 *
 * @param place of the finding
 * @param allowedAt where a line that allows it would stand: the rule, declaration or service it is about
 */
record Warning(
        ProblemCode code,
        Place place,
        Place allowedAt,
        String message,
        @Nullable String fix) {}
