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
import org.drools.base.factmodel.GeneratedFact;
import org.jspecify.annotations.Nullable;

/**
 * Charges for comparing, hashing and copying before it is done: the Java library would walk through collections inside
 * collections for hours without ever passing a woven counter.
 */
public final class WorkCost {
    private long elements;

    private WorkCost() {}

    /** Charges for walking once through a value. Anything but long texts and collections is free. */
    public static void charge(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() >= Meter.LETTERS_A_STEP) {
                Meter.steps(text.length() / Meter.LETTERS_A_STEP);
            }
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            WorkCost cost = new WorkCost();
            cost.walk(value, 0);
            Meter.steps(cost.elements / Meter.ELEMENTS_A_STEP);
        }
    }

    private void walk(@Nullable Object value, int depth) {
        Meter.depth(depth);
        if (value instanceof String text) {
            elements += text.length() / Meter.LETTERS_A_STEP;
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(element -> count(element, depth));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                count(key, depth);
                count(element, depth);
            });
        } else if (value instanceof Map.Entry<?, ?> entry) {
            count(entry.getKey(), depth);
            count(entry.getValue(), depth);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> count(element, depth));
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

    /**
     * The value that a fact keeps: one that never changes, another fact, or an unmodifiable copy of a collection, in which only
     * single values may be.
     */
    public static @Nullable Object frozenCopy(@Nullable Object value) {
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
        return kept(value);
    }

    private static @Nullable Object kept(@Nullable Object value) {
        boolean isKept = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof GeneratedFact
                || value.getClass().getPackageName().startsWith("java.time")
                || value.getClass().getPackageName().equals("org.daylight.vocabulary");
        if (!isKept) {
            throw Meter.refuse(
                    "put into a fact what is no text, number, truth value, date, choice, data or list of them");
        }
        return value;
    }

    private static <T> Collection<T> single(Collection<T> collection) {
        charge(collection);
        for (T element : collection) {
            if (element instanceof Collection<?> || element instanceof Map<?, ?> || element instanceof Optional<?>) {
                throw Meter.refuse("put a collection of collections into a fact");
            }
            kept(element);
        }
        return collection;
    }
}
