package org.daylight.rulebase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The readable properties of a type as rules name them: bean getters, and the components of records. None leads to what describes
 * the type itself, such as its class.
 */
public final class FactProperties {
    private static final Set<Class<?>> OF_JAVA = Set.of(Object.class, Enum.class);

    private static final ClassValue<Map<String, Method>> READABLE = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return readable(type);
        }
    };

    private FactProperties() {}

    /** By name, in alphabetical order. */
    public static Map<String, Method> of(Class<?> type) {
        return READABLE.get(type);
    }

    public static Optional<Method> find(Class<?> type, String name) {
        return Optional.ofNullable(of(type).get(name));
    }

    public static @Nullable Object read(Method property, Object target) {
        try {
            return property.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("cannot read " + property, unreadable);
        }
    }

    private static Map<String, Method> readable(Class<?> type) {
        Map<String, Method> methods = new TreeMap<>();
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                methods.put(component.getName(), component.getAccessor());
            }
            return Collections.unmodifiableMap(methods);
        }
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && !OF_JAVA.contains(method.getDeclaringClass())) {
                name(method).ifPresent(name -> methods.put(name, method));
            }
        }
        return Collections.unmodifiableMap(methods);
    }

    private static Optional<String> name(Method method) {
        String name = method.getName();
        int prefix =
                name.startsWith("get") ? 3 : name.startsWith("is") && method.getReturnType() == boolean.class ? 2 : 0;
        if (prefix == 0 || name.length() == prefix) {
            return Optional.empty();
        }
        String rest = name.substring(prefix);
        // As in java.beans: an acronym keeps its capitals.
        boolean acronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
        return Optional.of(acronym ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
    }
}
