package org.daylight.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A moment that a caller gave either as a whole day or exactly; one of the two is there. */
public record DateOrInstant(
        @Nullable LocalDate date, @Nullable Instant instant) {

    public static Optional<DateOrInstant> parse(String text) {
        Optional<DateOrInstant> day = Rfc3339.date(text).map(date -> new DateOrInstant(date, null));
        return day.isPresent() ? day : Rfc3339.instant(text).map(instant -> new DateOrInstant(null, instant));
    }

    /** The exact moment, where the caller's rule says which moment a whole day stands for. */
    public Instant resolve(Function<LocalDate, Instant> day) {
        if (instant != null) {
            return instant;
        }
        if (date != null) {
            return day.apply(date);
        }
        throw new IllegalStateException("neither date nor instant");
    }
}
