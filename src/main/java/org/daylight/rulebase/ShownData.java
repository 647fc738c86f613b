package org.daylight.rulebase;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown to people: texts, numbers, dates, truth values, choices, and lists of these. Everything else shows the machine
 * that made it: places in memory, classes, the engine's own objects.
 */
public final class ShownData {
    /** Supertypes of values: only what is there when rules run tells what it is. */
    private static final Set<Class<?>> OPEN =
            Set.of(Object.class, Number.class, Comparable.class, CharSequence.class, java.io.Serializable.class);

    private ShownData() {}

    /** Whether a value is shown as it is; null is. */
    public static boolean isSingle(@Nullable Object value) {
        return value == null || isSingle(value.getClass());
    }

    /** Whether a value is shown: a single one, or a list of single ones. */
    public static boolean isData(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().allMatch(ShownData::isSingle)
                : isSingle(value);
    }

    /** Whether values of the type are shown, or may be, as far as the type tells. */
    static boolean mayHold(Class<?> type) {
        return isSingle(type) || Collection.class.isAssignableFrom(type) || OPEN.contains(type);
    }

    private static boolean isSingle(Class<?> type) {
        return type == String.class
                || (type.isPrimitive() && type != void.class)
                || type == Character.class
                || type == Boolean.class
                || (Number.class.isAssignableFrom(type) && type != Number.class)
                || Enum.class.isAssignableFrom(type)
                || Temporal.class.isAssignableFrom(type)
                || TemporalAmount.class.isAssignableFrom(type);
    }
}
