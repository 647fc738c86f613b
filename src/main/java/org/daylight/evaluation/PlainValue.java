package org.daylight.evaluation;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.daylight.rulebase.exact.Wide;
import org.jspecify.annotations.Nullable;

/** Values as traces and terms show them: text, {@link Long}, {@link BigDecimal}, {@link Boolean}; dates and choices as text. */
public final class PlainValue {
    private PlainValue() {}

    /** Empty when the value is no single value but data, a collection or something a rule made up. */
    public static Optional<Object> of(@Nullable Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return Optional.of(value);
        }
        if (value instanceof BigDecimal decimal) {
            return Optional.of(Wide.canonical(decimal));
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof Temporal || value instanceof Period) {
            return Optional.of(value.toString());
        }
        return value instanceof Enum<?> choice ? Optional.of(choice.name()) : Optional.empty();
    }
}
