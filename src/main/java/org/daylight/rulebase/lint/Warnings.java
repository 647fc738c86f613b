package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Gathers what lints find. */
final class Warnings {
    private final List<Warning> found = new ArrayList<>();

    List<Warning> all() {
        return found;
    }

    void at(SourceRule rule, ProblemCode code, String message, @Nullable String fix) {
        at(rule, rule.place(), code, message, fix);
    }

    void at(SourceRule rule, Place place, ProblemCode code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, rule.place(), message, fix));
    }

    void at(DeclaredType type, ProblemCode code, String message, @Nullable String fix) {
        at(type.place(), code, message, fix);
    }

    void about(Place place, Place allowedAt, ProblemCode code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, allowedAt, message, fix));
    }

    void at(Place place, ProblemCode code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, place, message, fix));
    }
}
