package org.daylight.explanation.value;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.daylight.rulebase.FactProperties;
import org.jspecify.annotations.Nullable;

/** The names in a condition with their values: what is bound so far, the fields of the datum it is about, and types. */
record ExpressionScope(@Nullable Object datum, Bindings bound, TypeNames types) {
    /** The scope in which nothing is bound and no type is known. */
    static final ExpressionScope EMPTY =
            new ExpressionScope(null, Bindings.NONE, new TypeNames("", ExpressionScope.class.getClassLoader()));

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
                : FactProperties.read(property(name).orElseThrow(), Objects.requireNonNull(datum));
    }

    private Optional<Method> property(String name) {
        return datum == null ? Optional.empty() : FactProperties.find(datum.getClass(), name);
    }
}
