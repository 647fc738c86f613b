package org.daylight.rulebase;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daylight.rulebase.exact.Wide;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.jspecify.annotations.Nullable;

/** Makes instances of one declared type from the plain values of statements, rows and attributes. */
public final class FactFactory {
    private final DeclaredType type;
    private final MethodHandle constructor;
    private final List<Slot> slots;

    private record Slot(Field field, MethodHandle setter, Class<?> target) {}

    private FactFactory(DeclaredType type, MethodHandle constructor, List<Slot> slots) {
        this.type = type;
        this.constructor = constructor;
        this.slots = slots;
    }

    static FactFactory of(DeclaredType type, Class<?> compiled) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle constructor = lookup.findConstructor(compiled, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            List<Slot> slots = new ArrayList<>();
            for (Field field : type.fields()) {
                Method setter = setter(compiled, field.name());
                MethodHandle handle =
                        lookup.unreflect(setter).asType(MethodType.methodType(void.class, Object.class, Object.class));
                slots.add(new Slot(field, handle, setter.getParameterTypes()[0]));
            }
            return new FactFactory(type, constructor, List.copyOf(slots));
        } catch (ReflectiveOperationException unlikeAnyDeclaredType) {
            throw new IllegalStateException(
                    "`" + type.name() + "` was compiled in an unknown shape", unlikeAnyDeclaredType);
        }
    }

    private static Method setter(Class<?> compiled, String field) throws NoSuchMethodException {
        String name = "set" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return Arrays.stream(compiled.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
    }

    public DeclaredType type() {
        return type;
    }

    /**
     * Tells why data does not fit this type; empty when it does. Statements outlive revisions, so a stored one may lack
     * a field that the type has gained, or carry a value that it no longer takes.
     */
    public Optional<String> misfit(Map<String, @Nullable Object> data) {
        for (Slot slot : slots) {
            Object value = data.get(slot.field().name());
            if (value == null) {
                if (slot.field().required()) {
                    return Optional.of("`" + slot.field().name() + "` is missing");
                }
            } else if (!fits(slot, value)) {
                return Optional.of("`" + slot.field().name() + "` is `" + value + "`");
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Slot slot, Object value) {
        try {
            convert(slot, value);
            return true;
        } catch (RuntimeException unfit) {
            return false;
        }
    }

    /** Makes an instance; data for fields that the type does not have (any more) is left aside. */
    public Object make(Map<String, @Nullable Object> data) {
        try {
            Object instance = (Object) constructor.invokeExact();
            for (Slot slot : slots) {
                Object value = data.get(slot.field().name());
                if (value != null) {
                    slot.setter().invokeExact(instance, convert(slot, value));
                }
            }
            return instance;
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot make a `" + type.name() + "`", thrown);
        }
    }

    private static Object convert(Slot slot, Object value) {
        return switch (slot.field().type()) {
            case TEXT -> (String) value;
            case INT -> Math.toIntExact(((Number) whole(value)).longValue());
            case LONG -> whole(value);
            case DECIMAL -> Wide.literal(value.toString());
            case TRUTH -> (Boolean) value;
            case DATE -> LocalDate.parse((String) value);
            case INSTANT -> Instant.parse((String) value);
            case CHOICE -> constant(slot.target(), (String) value);
            case OTHER -> throw new IllegalArgumentException("rules alone make such values");
        };
    }

    private static Long whole(Object value) {
        return value instanceof Long whole ? whole : Long.valueOf(((Integer) value).longValue());
    }

    /** An enum's constant; declared enums are ordinary Java ones. */
    private static Object constant(Class<?> choices, String name) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
