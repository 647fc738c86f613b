package org.daylight.rulebase.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comparing, hashing and copying costs, paid before it is done: the Java library would walk through collections inside
 * collections for hours without ever passing a woven counter.
 */
public final class WorkCost {
    private static final int DEEPEST = 32;

    private long elements;

    private WorkCost() {}

    /** Pays for walking once through a value. Anything but long texts and collections weighs nothing. */
    public static void weigh(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() >= Meter.LETTERS_A_STEP) {
                Meter.steps(text.length() / Meter.LETTERS_A_STEP);
            }
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            WorkCost weights = new WorkCost();
            weights.walk(value, 0);
            Meter.steps(weights.elements / Meter.ELEMENTS_A_STEP);
        }
    }

    private void walk(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw Meter.refuse("put collections into each other more than " + DEEPEST + " deep");
        }
        if (value instanceof String text) {
            elements += text.length() / Meter.LETTERS_A_STEP;
        } else if (value instanceof Collection<?> all) {
            all.forEach(element -> count(element, depth));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                count(key, depth);
                count(element, depth);
            });
        } else if (value instanceof Map.Entry<?, ?> entry) {
            count(entry.getKey(), depth);
            count(entry.getValue(), depth);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(element -> count(element, depth));
        }
    }

    private void count(@Nullable Object element, int depth) {
        elements++;
        if (elements >= Meter.ELEMENTS_A_STEP) {
            elements -= Meter.ELEMENTS_A_STEP;
            Meter.step();
        }
        walk(element, depth + 1);
    }

    /** What a fact keeps: a copy that nothing can be put into any more, with nothing but single values in it. */
    public static @Nullable Object kept(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(new ArrayList<>(single(list)));
        }
        if (value instanceof Set<?> set) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(single(set)));
        }
        if (value instanceof Map<?, ?> map) {
            single(map.keySet());
            single(map.values());
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
        return value;
    }

    private static <T> Collection<T> single(Collection<T> all) {
        weigh(all);
        for (T element : all) {
            if (element instanceof Collection<?> || element instanceof Map<?, ?> || element instanceof Optional<?>) {
                throw Meter.refuse("put a collection of collections into a fact");
            }
        }
        return all;
    }
}
