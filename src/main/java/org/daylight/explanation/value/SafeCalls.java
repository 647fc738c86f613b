package org.daylight.explanation.value;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.rulebase.FactProperties;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls in a condition again to show a value: only quick ones, on values that cannot change. The condition went through the
 * sandbox already; what could take long or come from elsewhere is left out here.
 */
final class SafeCalls {
    private static final Set<String> OF_TEXT = Set.of(
            "length",
            "isEmpty",
            "isBlank",
            "charAt",
            "startsWith",
            "endsWith",
            "substring",
            "indexOf",
            "contains",
            "equals",
            "equalsIgnoreCase",
            "compareTo",
            "trim",
            "strip",
            "toUpperCase",
            "toLowerCase");
    private static final Set<String> OF_COLLECTIONS = Set.of("size", "isEmpty", "contains", "get");
    private static final Set<String> SLOW = Set.of("pow", "sqrt");

    private SafeCalls() {}

    /** Reads a field, or calls a method without arguments that an author may name like one. */
    static @Nullable Object property(Object target, String name) {
        Optional<Method> property = FactProperties.find(target.getClass(), name);
        if (property.isPresent() && isPlain(target.getClass())) {
            return FactProperties.read(property.get(), target);
        }
        return method(target, name, List.of());
    }

    static @Nullable Object method(Object target, String name, List<@Nullable Object> arguments) {
        if (!isAllowed(target, name)) {
            throw new Expression.UnknownValueException();
        }
        return call(accessibleType(target), target, name, arguments);
    }

    static @Nullable Object staticMethod(Class<?> type, String name, List<@Nullable Object> arguments) {
        boolean isSafe = type == Math.class || isPlain(type);
        if (!isSafe || SLOW.contains(name) || name.equals("now")) {
            throw new Expression.UnknownValueException();
        }
        return call(type, null, name, arguments);
    }

    static @Nullable Object constant(Class<?> type, String name) {
        try {
            return type.getField(name).get(null);
        } catch (ReflectiveOperationException | NullPointerException noConstant) {
            throw new Expression.UnknownValueException();
        }
    }

    private static boolean isAllowed(Object target, String name) {
        if (target instanceof String) {
            return OF_TEXT.contains(name);
        }
        if (target instanceof Collection<?>) {
            return OF_COLLECTIONS.contains(name);
        }
        return isPlain(target.getClass()) && !SLOW.contains(name);
    }

    /** Dates, numbers, choices, and what a scheme or the vocabulary declares. */
    private static boolean isPlain(Class<?> type) {
        String packageName = type.getPackageName();
        return packageName.startsWith("java.time")
                || type == BigDecimal.class
                || type == Integer.class
                || type == Long.class
                || type == Boolean.class
                || type == Character.class
                || type.isEnum()
                || !(packageName.startsWith("java.")
                        || packageName.startsWith("javax.")
                        || packageName.startsWith("jdk."));
    }

    /** The classes of collections are hidden from other packages; their interfaces are not. */
    private static Class<?> accessibleType(Object target) {
        if (target instanceof List<?>) {
            return List.class;
        }
        return target instanceof Collection<?> ? Collection.class : target.getClass();
    }

    private static @Nullable Object call(
            Class<?> type, @Nullable Object target, String name, List<@Nullable Object> arguments) {
        Method method = Stream.of(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> candidate.getParameterCount() == arguments.size())
                .filter(candidate -> target != null || Modifier.isStatic(candidate.getModifiers()))
                .filter(candidate -> candidate.getReturnType() != void.class && !candidate.isBridge())
                .filter(candidate -> fits(candidate.getParameterTypes(), arguments))
                .min(Comparator.comparing(candidate -> distance(candidate.getParameterTypes(), arguments)))
                .orElseThrow(Expression.UnknownValueException::new);
        try {
            return method.invoke(target, arguments.toArray());
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new Expression.UnknownValueException();
        }
    }

    private static boolean fits(Class<?>[] types, List<@Nullable Object> arguments) {
        for (int i = 0; i < types.length; i++) {
            Object argument = arguments.get(i);
            boolean fits = types[i] == int.class
                    ? argument instanceof Integer
                    : types[i] == long.class
                            ? argument instanceof Integer || argument instanceof Long
                            : types[i] == boolean.class ? argument instanceof Boolean : types[i].isInstance(argument);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** An {@code int} goes where an {@code int} is wanted, if there is such a method, as the compiler chooses. */
    private static int distance(Class<?>[] types, List<@Nullable Object> arguments) {
        int distance = 0;
        for (int i = 0; i < types.length; i++) {
            boolean widened = types[i] == long.class && arguments.get(i) instanceof Integer;
            distance += widened || types[i] == Object.class ? 1 : 0;
        }
        return distance;
    }
}
