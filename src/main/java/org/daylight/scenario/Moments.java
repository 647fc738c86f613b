package org.daylight.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.daylight.problem.DateOrInstant;
import org.daylight.rulebase.RuleBase;

/** Reads dates and times as cases write them, in the scheme's time zone. */
record Moments(RuleBase rules) {
    static final String EXPECTED = "a date such as `2026-11-23`, or a time such as `2026-11-23T09:00:00Z`";

    /** Reads a date as the first moment of its day. */
    Instant beginning(String text) {
        return parsed(text).resolve(this::startOf);
    }

    /** Reads a date as the last moment of its day. */
    Instant end(String text) {
        return parsed(text).resolve(rules.scheme().manifest()::lastMomentOf);
    }

    /** @throws DateTimeException when it is neither */
    private static DateOrInstant parsed(String text) {
        return DateOrInstant.parse(text).orElseThrow(() -> new DateTimeException(text));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(rules.scheme().manifest().timeZone()).toInstant();
    }
}
