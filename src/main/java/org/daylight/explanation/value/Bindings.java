package org.daylight.explanation.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The variables bound on a way through a rule's conditions, and how many of these hold on it. Immutable: binding
 * one more makes a new object, so that several ways can go on from the same place.
 */
public final class Bindings {
    private static final String SCOPE_SUFFIX = "_sCoPe";

    public static final Bindings NONE = new Bindings(null, "", null, null, false, 0);

    private final @Nullable Bindings before;
    private final String variable;
    private final @Nullable Object value;
    private final @Nullable Calculation calculation;
    private final boolean isDatum;
    private final int held;

    /** A value worked out from others, by an author's expression, when it is asked for. */
    public record Calculation(
            String variable, List<String> inputs, Function<@Nullable Object[], @Nullable Object> expression) {}

    private Bindings(
            @Nullable Bindings before,
            String variable,
            @Nullable Object value,
            @Nullable Calculation calculation,
            boolean isDatum,
            int held) {
        this.before = before;
        this.variable = variable;
        this.value = value;
        this.calculation = calculation;
        this.isDatum = isDatum;
        this.held = held;
    }

    /** Adds a datum that a pattern matched. */
    public Bindings matched(String name, Object object) {
        return new Bindings(this, name, object, null, true, held);
    }

    /** Adds a value that is no datum. */
    public Bindings with(String name, @Nullable Object result) {
        return new Bindings(this, name, result, null, false, held);
    }

    public Bindings with(List<Calculation> calculations) {
        Bindings extended = this;
        for (Calculation calculation : calculations) {
            extended = new Bindings(extended, calculation.variable(), null, calculation, false, held);
        }
        return extended;
    }

    /** Returns the same with another number of conditions that hold. */
    public Bindings withHeld(int conditions) {
        return new Bindings(before, variable, value, calculation, isDatum, conditions);
    }

    /** The number of conditions that hold. */
    public int held() {
        return held;
    }

    /** The data matched, in the order of the conditions. */
    public List<Object> data() {
        List<Object> data = new ArrayList<>();
        for (Bindings bindings = this; bindings != null; bindings = bindings.before) {
            if (bindings.isDatum && bindings.value != null) {
                data.add(bindings.value);
            }
        }
        Collections.reverse(data);
        return data;
    }

    /** Allows for what the compiler adds to authors' names inside {@code not} and {@code exists}: {@code $late_0_sCoPe}. */
    private static boolean isCalled(String variable, String name) {
        if (variable.endsWith(SCOPE_SUFFIX) && variable.startsWith(name + "_")) {
            return variable.substring(name.length() + 1, variable.length() - SCOPE_SUFFIX.length())
                    .chars()
                    .allMatch(Character::isDigit);
        }
        return variable.equals(name);
    }

    public boolean isBound(String name) {
        for (Bindings bindings = this; bindings.before != null; bindings = bindings.before) {
            if (isCalled(bindings.variable, name)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    public Object value(String name) {
        for (Bindings bindings = this; bindings != null; bindings = bindings.before) {
            if (bindings.before != null && isCalled(bindings.variable, name)) {
                return bindings.calculation == null
                        ? bindings.value
                        : bindings.calculation.expression().apply(values(bindings.calculation.inputs()));
            }
        }
        throw new IllegalStateException("`" + name + "` is not bound");
    }

    @Nullable
    public Object[] values(List<String> names) {
        @Nullable Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(names.get(i));
        }
        return values;
    }
}
