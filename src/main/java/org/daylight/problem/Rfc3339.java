package org.daylight.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Dates and times as callers write them: RFC 3339, years 0000 to 9999, up to nanoseconds, kept to the microsecond. */
public final class Rfc3339 {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private Rfc3339() {}

    /** The moment a date-time with offset names, cut to whole microseconds; empty when the text is none. */
    public static Optional<Instant> instant(String text) {
        return parse(DATE_TIME, text, dateTime -> OffsetDateTime.parse(dateTime)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS));
    }

    /** The day a full date names; empty when the text is none. */
    public static Optional<LocalDate> date(String text) {
        return parse(DATE, text, LocalDate::parse);
    }

    private static <T> Optional<T> parse(Pattern form, String text, Function<String, T> parser) {
        try {
            return Optional.of(text).filter(form.asMatchPredicate()).map(parser);
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }
}
