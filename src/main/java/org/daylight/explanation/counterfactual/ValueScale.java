package org.daylight.explanation.counterfactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.daylight.scheme.FieldType;

/** A field's values as places on a line of whole steps: numbers, days, seconds, hundredths. */
enum ValueScale {
    WHOLE(value -> ((Number) value).longValue(), place -> place),
    DECIMAL(
            value -> new BigDecimal(value.toString())
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValue(),
            place -> BigDecimal.valueOf(place, 2)),
    DAY(value -> LocalDate.parse(value.toString()).toEpochDay(), place -> LocalDate.ofEpochDay(place)
            .toString()),
    SECOND(value -> Instant.parse(value.toString()).getEpochSecond(), place -> Instant.ofEpochSecond(place)
            .toString());

    private final ToLongFunction<Object> toPlace;
    private final LongFunction<Object> toValue;

    ValueScale(ToLongFunction<Object> toPlace, LongFunction<Object> toValue) {
        this.toPlace = toPlace;
        this.toValue = toValue;
    }

    long place(Object value) {
        return toPlace.applyAsLong(value);
    }

    Object value(long place) {
        return toValue.apply(place);
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
