package org.daylight.explanation.condition;

import java.util.List;
import java.util.Optional;
import org.daylight.explanation.value.Bindings;
import org.drools.model.DeclarationSource;
import org.drools.model.From0;
import org.drools.model.From1;
import org.drools.model.From2;

/** Where a {@code from} takes its objects. */
final class FromSource {
    private static final String UNNAMED = "";

    private FromSource() {}

    /** Empty for kinds that authors hardly write: an expression over more than two variables, an entry point, a window. */
    static Optional<Bindings.Calculation> read(DeclarationSource source) {
        if (source instanceof From2<?, ?> two) {
            return Optional.of(new Bindings.Calculation(
                    UNNAMED,
                    List.of(two.getVariable().getName(), two.getVariable2().getName()),
                    inputs -> apply(two, inputs)));
        }
        if (source instanceof From1<?> from1) {
            return Optional.of(new Bindings.Calculation(
                    UNNAMED, List.of(from1.getVariable().getName()), inputs -> apply(from1, inputs)));
        }
        return source instanceof From0<?> none
                ? Optional.of(new Bindings.Calculation(
                        UNNAMED, List.of(), inputs -> none.getProvider().apply()))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static <A> Object apply(From1<A> from, Object[] inputs) {
        return from.getProvider().apply((A) inputs[0]);
    }

    @SuppressWarnings("unchecked")
    private static <A, B> Object apply(From2<A, B> from, Object[] inputs) {
        return from.getProvider().apply((A) inputs[0], (B) inputs[1]);
    }
}
