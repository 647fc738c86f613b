package org.daylight.explanation.condition;

import java.io.Serializable;
import org.drools.base.rule.accessor.Accumulator;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** One result of an accumulation in the making. */
final class AccumulatorState {
    private final ConditionNode.AccumulateFunction folding;
    private final Function function;

    AccumulatorState(ConditionNode.AccumulateFunction folding) {
        this.folding = folding;
        this.function = function(folding.function().get());
    }

    /** What accumulates, begun anew. */
    private interface Function {
        void add(@Nullable Object value);

        @Nullable
        Object result() throws Exception;
    }

    String name() {
        return folding.result();
    }

    void add(Bindings bound) {
        function.add(
                folding.fixed().isPresent()
                        ? folding.fixed().get()
                        : folding.source().map(bound::value).orElse(null));
    }

    @Nullable
    Object result() {
        try {
            return function.result();
        } catch (Exception noResult) {
            return null;
        }
    }

    private static Function function(Object made) {
        if (made instanceof AccumulateFunction<?> known) {
            return begun(known);
        }
        // The only other kind there is gathers objects in a collection.
        Object gathered = ((Accumulator) made).init(null, null, null, null, null);
        @SuppressWarnings("unchecked")
        java.util.Collection<@Nullable Object> collection = (java.util.Collection<@Nullable Object>) gathered;
        return new Function() {
            @Override
            public void add(@Nullable Object value) {
                collection.add(value);
            }

            @Override
            public Object result() {
                return collection;
            }
        };
    }

    private static <C extends Serializable> Function begun(AccumulateFunction<C> function) {
        C context = function.initContext(function.createContext());
        return new Function() {
            @Override
            public void add(@Nullable Object value) {
                function.accumulateValue(context, value);
            }

            @Override
            public @Nullable Object result() throws Exception {
                return function.getResult(context);
            }
        };
    }
}
