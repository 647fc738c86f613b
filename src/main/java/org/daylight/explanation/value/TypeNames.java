package org.daylight.explanation.value;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.vocabulary.Event;

/** Finds types by the names that a scheme's author uses. */
public final class TypeNames {
    /** The types that Java itself, and the compiler's prelude, let an author name without a package. */
    private static final Map<String, Class<?>> WELL_KNOWN = Stream.of(
                    Math.class,
                    Integer.class,
                    Long.class,
                    BigDecimal.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    Instant.class,
                    Period.class,
                    Duration.class,
                    YearMonth.class,
                    Year.class,
                    Month.class,
                    DayOfWeek.class,
                    ZoneId.class,
                    ZoneOffset.class,
                    ChronoUnit.class)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    private static final String VOCABULARY = Event.class.getPackageName();

    private final String packageName;
    private final ClassLoader loader;
    private final Map<String, Optional<Class<?>>> byName = new ConcurrentHashMap<>();

    public TypeNames(String packageName, ClassLoader loader) {
        this.packageName = packageName;
        this.loader = loader;
    }

    Optional<Class<?>> find(String name) {
        return byName.computeIfAbsent(name, this::load);
    }

    private Optional<Class<?>> load(String name) {
        if (WELL_KNOWN.containsKey(name) || !Character.isUpperCase(name.charAt(0))) {
            return Optional.ofNullable(WELL_KNOWN.get(name));
        }
        return named(packageName + "." + name).or(() -> named(VOCABULARY + "." + name));
    }

    private Optional<Class<?>> named(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError noSuchType) {
            return Optional.empty();
        }
    }
}
