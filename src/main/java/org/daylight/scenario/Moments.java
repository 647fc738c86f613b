package org.daylight.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daylight.problem.DateOrInstant;
import org.daylight.rulebase.RuleBase;

/** Dates and times as cases write them, in the scheme's time zone. */
record Moments(RuleBase rules) {
    static final String EXPECTED = "a date such as `2026-11-23`, or a time such as `2026-11-23T09:00:00Z`";

    /** A date means the first moment of its day. */
    Instant beginning(String text) {
        return DateOrInstant.parse(text).orElseThrow().resolve(this::startOf);
    }

    /** A date means the last moment of its day, in the microseconds that statements are kept in. */
    Instant end(String text) {
        return DateOrInstant.parse(text).orElseThrow().resolve(day -> startOf(day.plusDays(1))
                .minus(1, ChronoUnit.MICROS));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(rules.scheme().manifest().timeZone()).toInstant();
    }
}
