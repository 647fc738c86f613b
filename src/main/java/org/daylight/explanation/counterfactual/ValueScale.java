package org.daylight.explanation.counterfactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daylight.scheme.FieldType;

/** A field's values as places on a line of whole steps: numbers, days, seconds, hundredths. */
enum ValueScale {
    WHOLE,
    DECIMAL,
    DAY,
    SECOND;

    /** The place of a value as statements hold it; what lies between two places goes to one of them. */
    long place(Object value) {
        return switch (this) {
            case WHOLE -> ((Number) value).longValue();
            case DECIMAL ->
                new BigDecimal(value.toString())
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValue();
            case DAY -> LocalDate.parse(value.toString()).toEpochDay();
            case SECOND -> Instant.parse(value.toString()).getEpochSecond();
        };
    }

    Object value(long place) {
        return switch (this) {
            case WHOLE -> place;
            case DECIMAL -> BigDecimal.valueOf(place, 2);
            case DAY -> LocalDate.ofEpochDay(place).toString();
            case SECOND -> Instant.ofEpochSecond(place).toString();
        };
    }

    boolean isTime() {
        return this == DAY || this == SECOND;
    }

    static Optional<ValueScale> of(FieldType type) {
        return switch (type) {
            case INT, LONG -> Optional.of(WHOLE);
            case DECIMAL -> Optional.of(DECIMAL);
            case DATE -> Optional.of(DAY);
            case INSTANT -> Optional.of(SECOND);
            case TEXT, TRUTH, CHOICE, OTHER -> Optional.empty();
        };
    }
}
