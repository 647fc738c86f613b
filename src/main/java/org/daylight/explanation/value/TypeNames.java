package org.daylight.explanation.value;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The types that a scheme declares, by the names its author uses. */
public final class TypeNames {
    /** What Java itself, and the compiler's prelude, let an author name without a package. */
    private static final Map<String, Class<?>> WELL_KNOWN = Map.ofEntries(
            Map.entry("Math", Math.class),
            Map.entry("Integer", Integer.class),
            Map.entry("Long", Long.class),
            Map.entry("BigDecimal", java.math.BigDecimal.class),
            Map.entry("LocalDate", java.time.LocalDate.class),
            Map.entry("LocalDateTime", java.time.LocalDateTime.class),
            Map.entry("Instant", java.time.Instant.class),
            Map.entry("Period", java.time.Period.class),
            Map.entry("Duration", java.time.Duration.class),
            Map.entry("YearMonth", java.time.YearMonth.class),
            Map.entry("Year", java.time.Year.class),
            Map.entry("Month", java.time.Month.class),
            Map.entry("DayOfWeek", java.time.DayOfWeek.class),
            Map.entry("ZoneId", java.time.ZoneId.class),
            Map.entry("ZoneOffset", java.time.ZoneOffset.class),
            Map.entry("ChronoUnit", java.time.temporal.ChronoUnit.class));

    private static final Object NONE = new Object();
    private static final String VOCABULARY = org.daylight.vocabulary.Event.class.getPackageName();

    private final String packageName;
    private final ClassLoader loader;
    private final Map<String, Object> found = new ConcurrentHashMap<>();

    public TypeNames(String packageName, ClassLoader loader) {
        this.packageName = packageName;
        this.loader = loader;
    }

    Optional<Class<?>> find(String name) {
        Object type = found.computeIfAbsent(name, this::load);
        return type == NONE ? Optional.empty() : Optional.of((Class<?>) type);
    }

    private Object load(String name) {
        Class<?> known = WELL_KNOWN.get(name);
        if (known != null) {
            return known;
        }
        if (!Character.isUpperCase(name.charAt(0))) {
            return NONE;
        }
        Class<?> declared = named(packageName + "." + name);
        Class<?> type = declared == null ? named(VOCABULARY + "." + name) : declared;
        return type == null ? NONE : type;
    }

    private @Nullable Class<?> named(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError noSuchType) {
            return null;
        }
    }
}
