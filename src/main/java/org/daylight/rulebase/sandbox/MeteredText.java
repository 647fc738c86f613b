package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.daylight.rulebase.exact.Wide;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text of objects, in place of {@code toString} and its callers. Letters are paid for before they are made, and only what has
 * a text of its own gets one: Java would otherwise show where an object lies in memory, which differs from run to run.
 */
public final class MeteredText {
    private static final int STEPS_OF_A_VALUE = 3;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private MeteredText() {}

    /** In place of {@link String#valueOf(Object)} and {@link Object#toString()}. */
    public static String of(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return String.valueOf(value);
        }
        MeteredText metered = new MeteredText();
        metered.add(value);
        return metered.text.toString();
    }

    /** In place of {@code value.toString()}. */
    public static String toString(Object value) {
        return of(Objects.requireNonNull(value));
    }

    /** In place of {@link StringBuilder#append(Object)}. */
    public static StringBuilder append(StringBuilder to, @Nullable Object value) {
        return MeteredMethods.append(to, of(value));
    }

    /** In place of a text and a value joined by {@code +}. */
    public static String plus(@Nullable String left, @Nullable Object right) {
        return joined(left, right);
    }

    /** In place of a value and a text joined by {@code +}. */
    public static String plus(@Nullable Object left, @Nullable String right) {
        return joined(left, right);
    }

    /** In place of two texts joined by {@code +}. */
    public static String plus(@Nullable String left, @Nullable String right) {
        return joined(left, right);
    }

    private static String joined(@Nullable Object left, @Nullable Object right) {
        MeteredText metered = new MeteredText();
        metered.add(left);
        metered.add(right);
        return metered.text.toString();
    }

    /** In place of {@link String#join(CharSequence, Iterable)}. */
    public static String join(CharSequence between, Iterable<? extends CharSequence> parts) {
        WorkCost.charge(between);
        MeteredText metered = new MeteredText();
        String separator = "";
        for (CharSequence part : parts) {
            metered.write(separator);
            metered.add(part);
            separator = between.toString();
        }
        return metered.text.toString();
    }

    /** In place of {@link String#join(CharSequence, CharSequence...)}. */
    public static String join(CharSequence between, CharSequence... parts) {
        return join(between, Arrays.asList(parts));
    }

    private void add(@Nullable Object value) {
        Meter.step();
        if (value instanceof Collection<?> collection) {
            nested(() -> list(collection.iterator(), "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            nested(() -> list(map.entrySet().iterator(), "{", "}"));
        } else if (value instanceof Map.Entry<?, ?> entry) {
            add(entry.getKey());
            write("=");
            add(entry.getValue());
        } else if (value instanceof Optional<?> optional) {
            write(optional.isPresent() ? "Optional[" : "Optional.empty");
            optional.ifPresent(this::add);
            write(optional.isPresent() ? "]" : "");
        } else if (hasText(value)) {
            Meter.steps(STEPS_OF_A_VALUE);
            write(value instanceof BigDecimal decimal ? Wide.text(decimal) : String.valueOf(value));
        } else {
            throw Meter.refuse("made a text of something that has none");
        }
    }

    private void nested(Runnable add) {
        Meter.depth(++depth);
        add.run();
        depth--;
    }

    private void list(Iterator<?> items, String open, String close) {
        write(open);
        String separator = "";
        while (items.hasNext()) {
            write(separator);
            add(items.next());
            separator = ", ";
        }
        write(close);
    }

    private void write(String part) {
        text.append(part);
        Meter.text(text.length(), part.length());
    }

    private static boolean hasText(@Nullable Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigDecimal
                || value instanceof Enum
                || value instanceof Record
                || value.getClass().getPackageName().startsWith("java.time")
                || isDeclared(value.getClass());
    }

    /** The scheme's own types, whose texts the engine writes; lambdas are of the scheme too, but hidden. */
    private static boolean isDeclared(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && loader != MeteredText.class.getClassLoader() && !type.isHidden();
    }
}
