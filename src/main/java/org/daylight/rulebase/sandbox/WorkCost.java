package org.daylight.rulebase.sandbox;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.chrono.ChronoLocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.drools.base.factmodel.GeneratedFact;
import org.jspecify.annotations.Nullable;

/**
 * Charges for comparing, hashing and copying before it is done: the Java library would walk through collections inside
 * collections for hours without ever passing a woven counter.
 */
public final class WorkCost {
    /** Keys looked at on the way to one of the same hash. */
    static final int KEYS_A_STEP = 8;

    /** So few can be compared with each other for nothing. */
    private static final int FEW_KEYS = 32;

    /** There are not many more days whose hashes are the same. */
    private static final int MOST_DAYS_OF_A_HASH = 2_048;

    private static final int SORTED_KEYS_A_STEP = 4;
    /** Decimals of a hundred digits, and of different scales, take this many times as long to compare as other values. */
    private static final int DECIMAL = 8;
    /** What is no text and no number takes longer to compare, and has to be looked at for what may be in it. */
    private static final int OTHER = 4;
    /** A number is made of a text of so many digits, squared, in a step. */
    private static final int SQUARE_A_STEP = 16 * 1024;

    /** Whether a type computes hashes; others have those of the JVM, of which hardly two are the same. */
    private static final ClassValue<Boolean> HASHED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("hashCode").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    };

    private long elements;
    private long steps;

    private WorkCost() {}

    /** Charges for walking once through a value. Anything but long texts, collections and arrays is free. */
    public static void charge(@Nullable Object value) {
        walk(value);
    }

    /** Whether walking through a value of the type can cost anything. */
    static boolean canBeLong(Class<?> type) {
        return !(type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || Enum.class.isAssignableFrom(type)
                || type == Boolean.class
                || type.getPackageName().startsWith("java.time"));
    }

    /** Charges for walking once through a value, and returns what that cost. */
    static long walk(@Nullable Object value) {
        long steps = 0;
        if (value == null || value instanceof Number) {
            return 0;
        }
        if (value instanceof CharSequence text) {
            steps = text.length() / Meter.LETTERS_A_STEP;
            Meter.steps(steps);
        } else if (value instanceof Throwable cause) {
            // What is made of a cause alone takes over its text.
            Meter.text(cause.getMessage());
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            WorkCost cost = new WorkCost();
            cost.walk(value, 0);
            steps = cost.steps;
        } else if (value.getClass().isArray()) {
            WorkCost cost = new WorkCost();
            cost.walkArray(value, 0);
            steps = cost.steps;
        }
        return steps;
    }

    /** Charges for making a number of a text. */
    public static void chargeSquare(@Nullable Object value) {
        long letters = value instanceof CharSequence text ? text.length() : 0;
        Meter.steps(letters / Meter.LETTERS_A_STEP + letters * letters / SQUARE_A_STEP);
    }

    /** Charges for looking for a key or an element in a map or collection. */
    public static void chargeLookup(@Nullable Object in, @Nullable Object key) {
        if (in instanceof Set<?> || in instanceof Map<?, ?>) {
            chargeKey(in, key);
        } else {
            charge(in);
            charge(key);
        }
    }

    /** Charges for putting a value into a collection: nested without end, others would walk it for hours. */
    public static void chargeNested(@Nullable Object value) {
        if (!(value instanceof CharSequence)) {
            charge(value);
        }
    }

    /** Charges for putting a key or an element into a map or collection. */
    public static void chargePut(@Nullable Object in, @Nullable Object key) {
        if (in instanceof Set<?> || in instanceof Map<?, ?>) {
            chargeKey(in, key);
            if (size(in) >= FEW_KEYS && hasNoOrder(key)) {
                Meter.keysWithoutOrder();
            }
        }
    }

    private static long size(Object in) {
        return in instanceof Map<?, ?> map ? map.size() : ((Collection<?>) in).size();
    }

    /** Whether all keys passed here; a view, or what the engine collected, may hold others. */
    private static boolean isMadeByRules(Object in) {
        return in.getClass() == LinkedHashMap.class
                || in.getClass() == LinkedHashSet.class
                || in instanceof MeteredGroups;
    }

    private static void chargeKey(Object in, @Nullable Object key) {
        long compared = 1 + walk(key);
        long size = size(in);
        if (in instanceof SortedSet<?> || in instanceof SortedMap<?, ?>) {
            long weight = key instanceof BigDecimal ? DECIMAL * compared : compared;
            Meter.steps(weight * logarithm(size) / SORTED_KEYS_A_STEP);
        } else if (hasNoOrder(key) || Meter.hasKeysWithoutOrder() || !isMadeByRules(in)) {
            long alike = key instanceof ChronoLocalDate ? Math.min(size, MOST_DAYS_OF_A_HASH) : size;
            Meter.steps(compared * alike / KEYS_A_STEP);
        }
    }

    /** Charges for making keys of all elements of a collection. */
    public static void chargeGathered(@Nullable Object from) {
        long walked = walk(from);
        if (from instanceof Collection<?> collection) {
            long size = collection.size();
            long unordered = collection.stream().filter(WorkCost::hasNoOrder).count();
            Meter.steps(size + unordered * (size + walked) / KEYS_A_STEP);
            if (unordered >= FEW_KEYS) {
                Meter.keysWithoutOrder();
            }
        }
    }

    /** Charges for comparing all elements of a collection with each other, as sorting does. */
    public static void chargeSorted(@Nullable Object from) {
        long walked = walk(from);
        if (from instanceof Collection<?> collection) {
            long size = collection.size();
            boolean decimals = collection.stream().anyMatch(BigDecimal.class::isInstance);
            Meter.steps((size * (decimals ? DECIMAL : 1) / SORTED_KEYS_A_STEP + walked) * logarithm(size));
        }
    }

    /** Charges for an operator of a condition, such as {@code contains}. */
    public static void chargeOperator(@Nullable Object operator, @Nullable Object left, @Nullable Object right) {
        Object[] values = right instanceof Object[] array ? array : new Object[] {right};
        Object first = values.length == 0 ? null : values[0];
        if (operator instanceof ExactMemberOf) {
            chargeLookup(first, left);
        } else if (operator instanceof ExactIn) {
            Meter.steps((2 + walk(left)) * values.length);
        } else if (left instanceof CharSequence text && first instanceof CharSequence part) {
            chargeSearch(text, part);
        } else {
            chargeLookup(left, first);
        }
    }

    /** Charges for looking for a text in another: at worst every letter is compared with every other. */
    static void chargeSearch(CharSequence text, CharSequence part) {
        long letters = text.length();
        Meter.steps(letters / Meter.LETTERS_A_STEP + letters * part.length() / (2L * Meter.LETTERS_A_STEP));
    }

    /**
     * Whether a map of hashes cannot sort values that have one hash: it compares each with all of them then, and many hashes are
     * easily brought about.
     */
    private static boolean hasNoOrder(@Nullable Object key) {
        return !(key == null
                || key instanceof String
                || key instanceof Number
                || key instanceof Boolean
                || key instanceof Character
                || key instanceof Enum<?>
                || key instanceof Instant
                || key instanceof Duration
                || key instanceof YearMonth
                || !HASHED.get(key.getClass()));
    }

    private static int logarithm(long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(size);
    }

    private void walk(@Nullable Object value, int depth) {
        Meter.depth(depth);
        if (value instanceof CharSequence text) {
            pay(text.length() / Meter.LETTERS_A_STEP);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(element -> count(element, depth));
            payForKeys(collection);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                count(key, depth);
                count(element, depth);
            });
            payForKeys(map.keySet());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            count(entry.getKey(), depth);
            count(entry.getValue(), depth);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> count(element, depth));
        } else if (value != null && value.getClass().isArray()) {
            walkArray(value, depth);
        }
    }

    private void walkArray(Object array, int depth) {
        if (array instanceof Object[] values) {
            for (Object element : values) {
                count(element, depth);
            }
        } else {
            pay(Array.getLength(array) / Meter.ELEMENTS_A_STEP);
        }
    }

    private void count(@Nullable Object element, int depth) {
        elements += element instanceof BigDecimal
                ? DECIMAL
                : element instanceof Number || element instanceof String ? 1 : OTHER;
        if (elements >= Meter.ELEMENTS_A_STEP) {
            elements -= Meter.ELEMENTS_A_STEP;
            pay(1);
        }
        if (element != null && !(element instanceof Number)) {
            walk(element, depth + 1);
        }
    }

    /** Two sets, or the keys of two maps, are compared by looking for each key of the one in the other. */
    private void payForKeys(Collection<?> keys) {
        if (keys instanceof SortedSet<?>) {
            boolean decimals = keys.stream().anyMatch(BigDecimal.class::isInstance);
            pay(keys.size() * (decimals ? (long) DECIMAL : 1) / SORTED_KEYS_A_STEP * logarithm(keys.size()));
        } else if (keys instanceof Set<?>) {
            long unordered = keys.stream().filter(WorkCost::hasNoOrder).count();
            pay(unordered * keys.size() / KEYS_A_STEP);
        }
    }

    private void pay(long more) {
        steps += more;
        Meter.steps(more);
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
