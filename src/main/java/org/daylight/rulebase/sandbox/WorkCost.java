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
    private static final int LETTERS_A_STEP = 64;
    private static final int ELEMENTS_A_STEP = 8;
    private static final int DEEPEST = 32;

    private long elements;

    private WorkCost() {}

    /** Pays for walking once through a value. Anything but long texts and collections weighs nothing. */
    public static void weigh(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() >= LETTERS_A_STEP) {
                Meter.steps(text.length() / LETTERS_A_STEP);
            }
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            WorkCost weights = new WorkCost();
            weights.walk(value, 0);
            Meter.steps(weights.elements / ELEMENTS_A_STEP);
        }
    }

    private void walk(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw Meter.refuse("put collections into each other more than " + DEEPEST + " deep");
        }
        if (value instanceof String text) {
            elements += text.length() / LETTERS_A_STEP;
        } else if (value instanceof Collection<?> all) {
            all.forEach(one -> count(one, depth));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                count(key, depth);
                count(one, depth);
            });
        } else if (value instanceof Map.Entry<?, ?> entry) {
            count(entry.getKey(), depth);
            count(entry.getValue(), depth);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> count(one, depth));
        }
    }

    private void count(@Nullable Object element, int depth) {
        elements++;
        if (elements >= ELEMENTS_A_STEP) {
            elements -= ELEMENTS_A_STEP;
            Meter.step();
        }
        walk(element, depth + 1);
    }

    // ---- What stands in for methods that cost more than a walk ---------------------------------------------------

    public static boolean containsAll(Collection<?> in, Collection<?> of) {
        Meter.steps((long) in.size() * of.size() / ELEMENTS_A_STEP);
        return in.containsAll(of);
    }

    /** A copy: what looks into a list that looks into a list could go on for ever. */
    public static <T> List<T> subList(List<T> list, int from, int to) {
        List<T> part = new ArrayList<>(list.subList(from, to));
        weigh(part);
        return part;
    }

    public static boolean contains(String text, CharSequence part) {
        search(text, part);
        return text.contains(part);
    }

    public static int indexOf(String text, String part) {
        search(text, part);
        return text.indexOf(part);
    }

    public static int lastIndexOf(String text, String part) {
        search(text, part);
        return text.lastIndexOf(part);
    }

    /** At worst every letter is held against every other. */
    private static void search(String text, CharSequence part) {
        Meter.steps((long) text.length() * part.length() / LETTERS_A_STEP);
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
        for (T one : all) {
            if (one instanceof Collection<?> || one instanceof Map<?, ?> || one instanceof Optional<?>) {
                throw Meter.refuse("put a collection of collections into a fact");
            }
        }
        return all;
    }
}
