package org.daylight.explanation.value;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.daylight.explanation.condition.Bindings;
import org.daylight.rulebase.FactProperties;
import org.jspecify.annotations.Nullable;

/** What the names in a condition stand for: what is bound so far, the fields of the datum it is about, and types. */
public final class ExpressionScope {
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

    /** Where nothing is bound and no type is known. */
    static final ExpressionScope EMPTY =
            new ExpressionScope(null, Bindings.NONE, new Types("", ExpressionScope.class.getClassLoader()));

    private final @Nullable Object datum;
    private final Bindings bound;
    private final Types types;

    public ExpressionScope(@Nullable Object datum, Bindings bound, Types types) {
        this.datum = datum;
        this.bound = bound;
        this.types = types;
    }

    /** The types that a scheme declares, by the names its author uses. */
    public static final class Types {
        private static final Object NONE = new Object();
        private static final String VOCABULARY = org.daylight.vocabulary.Event.class.getPackageName();

        private final String packageName;
        private final ClassLoader loader;
        private final Map<String, Object> found = new ConcurrentHashMap<>();

        public Types(String packageName, ClassLoader loader) {
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

    @Nullable
    Object datum() {
        return datum;
    }

    Optional<Class<?>> type(String name) {
        return types.find(name);
    }

    /** Whether a name is bound, or a field of the datum. */
    boolean knows(String name) {
        return bound.isBound(name) || property(name).isPresent();
    }

    /** The value of a name that is {@linkplain #knows known}. */
    @Nullable
    Object value(String name) {
        return bound.isBound(name)
                ? bound.value(name)
                : FactProperties.read(property(name).orElseThrow(), java.util.Objects.requireNonNull(datum));
    }

    private Optional<Method> property(String name) {
        return datum == null ? Optional.empty() : FactProperties.find(datum.getClass(), name);
    }
}
