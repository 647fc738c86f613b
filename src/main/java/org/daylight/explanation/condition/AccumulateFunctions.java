package org.daylight.explanation.condition;

import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.drools.base.rule.accessor.Accumulator;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** Makes the engine's accumulate functions usable outside of it. */
final class AccumulateFunctions {
    private AccumulateFunctions() {}

    /** One accumulation under way. */
    private record State(Consumer<@Nullable Object> adding, Callable<@Nullable Object> result) {}

    static Collector<@Nullable Object, Object, @Nullable Object> collector(
            org.drools.model.functions.accumulate.AccumulateFunction function) {
        return Collector.of(
                () -> begin(function.createFunctionObject()),
                (state, value) -> ((State) state).adding().accept(value),
                (first, second) -> {
                    throw new UnsupportedOperationException();
                },
                state -> result((State) state));
    }

    private static @Nullable Object result(State state) {
        try {
            return state.result().call();
        } catch (Exception noResult) {
            return null;
        }
    }

    private static Object begin(Object function) {
        if (function instanceof AccumulateFunction<?> typed) {
            return begin(typed);
        }
        // The only other kind there is gathers objects in a collection.
        Object gathered = ((Accumulator) function).init(null, null, null, null, null);
        @SuppressWarnings("unchecked")
        Collection<@Nullable Object> collection = (Collection<@Nullable Object>) gathered;
        return new State(collection::add, () -> collection);
    }

    private static <C extends Serializable> State begin(AccumulateFunction<C> function) {
        C context = function.initContext(function.createContext());
        return new State(value -> function.accumulateValue(context, value), () -> function.getResult(context));
    }
}
