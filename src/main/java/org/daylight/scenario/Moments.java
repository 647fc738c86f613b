package org.daylight.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Dates and times as cases write them, in the scheme's time zone. */
record Moments(ZoneId zone) {
    static final String EXPECTED = "a date such as `2026-11-23`, or a time such as `2026-11-23T09:00:00Z`";

    private static final int DATE_LENGTH = "2026-11-23".length();

    /** A date means the first moment of its day. */
    Instant beginning(String text) {
        return isDate(text) ? startOf(LocalDate.parse(text)) : Instant.parse(text);
    }

    /** A date means the last moment of its day, in the microseconds that statements are kept in. */
    Instant end(String text) {
        return isDate(text)
                ? startOf(LocalDate.parse(text).plusDays(1)).minus(1, ChronoUnit.MICROS)
                : Instant.parse(text);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean isDate(String text) {
        return text.length() == DATE_LENGTH;
    }
}
