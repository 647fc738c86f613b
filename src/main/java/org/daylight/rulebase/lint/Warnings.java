package org.daylight.rulebase.lint;

import java.util.ArrayList;
import java.util.List;
import org.daylight.rulebase.source.Place;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Gathers what lints find. */
final class Warnings {
    private final List<Warning> found = new ArrayList<>();

    List<Warning> all() {
        return found;
    }

    void at(SourceRule rule, String code, String message, @Nullable String fix) {
        at(rule, rule.place(), code, message, fix);
    }

    void at(SourceRule rule, Place place, String code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, rule.place(), message, fix));
    }

    void at(DeclaredType type, String code, String message, @Nullable String fix) {
        at(new Place(type.file(), type.line(), 0), code, message, fix);
    }

    void about(Place place, Place allowedAt, String code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, allowedAt, message, fix));
    }

    void at(Place place, String code, String message, @Nullable String fix) {
        found.add(new Warning(code, place, place, message, fix));
    }
}
