package org.daylight.explanation.counterfactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daylight.scheme.FieldType;
import org.jspecify.annotations.Nullable;

/** A field's values as places on a line of whole steps: numbers, days, seconds, hundredths. */
enum ValueScale {
    WHOLE {
        @Override
        long place(Object value) {
            return ((Number) value).longValue();
        }

        @Override
        Object value(long place) {
            return place;
        }
    },
    DECIMAL {
        @Override
        long place(Object value) {
            return new BigDecimal(value.toString())
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValue();
        }

        @Override
        Object value(long place) {
            return BigDecimal.valueOf(place, 2);
        }
    },
    DAY {
        @Override
        long place(Object value) {
            return LocalDate.parse(value.toString()).toEpochDay();
        }

        @Override
        Object value(long place) {
            return LocalDate.ofEpochDay(place).toString();
        }
    },
    SECOND {
        @Override
        long place(Object value) {
            return Instant.parse(value.toString()).getEpochSecond();
        }

        @Override
        Object value(long place) {
            return Instant.ofEpochSecond(place).toString();
        }
    };

    abstract long place(Object value);

    abstract Object value(long place);

    boolean isTime() {
        return this == DAY || this == SECOND;
    }

    static Optional<ValueScale> of(FieldType type) {
        @Nullable
        ValueScale scale =
                switch (type) {
                    case INT, LONG -> WHOLE;
                    case DECIMAL -> DECIMAL;
                    case DATE -> DAY;
                    case INSTANT -> SECOND;
                    case TEXT, TRUTH, CHOICE, OTHER -> null;
                };
        return Optional.ofNullable(scale);
    }
}
