package org.daylight.rulebase.sandbox;

import java.lang.reflect.Field;

/** A field of the engine's in which a metered part takes a plain one's place: it makes its parts itself, and asks nobody. */
final class EngineField {
    private EngineField() {}

    static Field of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException anotherEngine) {
            throw new IllegalStateException("this engine cannot be metered", anotherEngine);
        }
    }

    static void set(Field field, Object owner, Object metered) {
        try {
            field.set(owner, metered);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
