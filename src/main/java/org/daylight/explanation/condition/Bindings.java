package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is bound on the way so far. Never changes: going on makes a new one, so that other ways can go on from the same place. */
public final class Bindings {
    private static final String COMPILERS_ADDITION = "_sCoPe";

    public static final Bindings NONE = new Bindings(null, "", null, null, false);

    private final @Nullable Bindings before;
    private final String variable;
    private final @Nullable Object value;
    private final ConditionNode.@Nullable Bound bound;
    private final boolean datum;

    private Bindings(
            @Nullable Bindings before,
            String variable,
            @Nullable Object value,
            ConditionNode.@Nullable Bound bound,
            boolean datum) {
        this.before = before;
        this.variable = variable;
        this.value = value;
        this.bound = bound;
        this.datum = datum;
    }

    /** Goes on with a datum that a pattern matched. */
    public Bindings matched(String name, Object object) {
        return new Bindings(this, name, object, null, true);
    }

    /** Goes on with a value that is no datum. */
    Bindings with(String name, @Nullable Object result) {
        return new Bindings(this, name, result, null, false);
    }

    public Bindings with(List<ConditionNode.Bound> bounds) {
        Bindings all = this;
        for (ConditionNode.Bound bound : bounds) {
            all = new Bindings(all, bound.variable(), null, bound, false);
        }
        return all;
    }

    /** The data matched, in the order of the conditions. */
    public List<Object> data() {
        List<Object> data = new ArrayList<>();
        for (Bindings bindings = this; bindings != null; bindings = bindings.before) {
            if (bindings.datum && bindings.value != null) {
                data.add(bindings.value);
            }
        }
        Collections.reverse(data);
        return data;
    }

    /** All names, the latest first. */
    List<String> variables() {
        List<String> names = new ArrayList<>();
        for (Bindings bindings = this; bindings.before != null; bindings = bindings.before) {
            names.add(bindings.variable);
        }
        return names;
    }

    /** Inside {@code not} and {@code exists} the compiler adds to the names that authors give. */
    private static boolean isCalled(String variable, String name) {
        if (variable.endsWith(COMPILERS_ADDITION) && variable.startsWith(name + "_")) {
            return variable.substring(name.length() + 1, variable.length() - COMPILERS_ADDITION.length())
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
                return bindings.bound == null
                        ? bindings.value
                        : bindings.bound.expression().value(values(bindings.bound.inputs()));
            }
        }
        throw new IllegalStateException("`" + name + "` is not bound");
    }

    @Nullable
    Object[] values(List<String> names) {
        @Nullable Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(names.get(i));
        }
        return values;
    }
}
