package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceRule;
import org.jspecify.annotations.Nullable;

/** Gathers the findings of lints. */
final class Warnings {
    private final List<Warning> warnings = new ArrayList<>();

    List<Warning> all() {
        return warnings;
    }

    void at(SourceRule rule, ProblemCode code, String message, @Nullable String fix) {
        at(rule.place(), code, message, fix);
    }

    void about(Place place, Place allowedAt, ProblemCode code, String message, @Nullable String fix) {
        warnings.add(new Warning(code, place, allowedAt, message, fix));
    }

    void at(Place place, ProblemCode code, String message, @Nullable String fix) {
        about(place, place, code, message, fix);
    }
}
