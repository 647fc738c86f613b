package org.daylight.explanation.condition;

import java.util.Optional;
import java.util.function.Function;
import org.daylight.explanation.value.Bindings;
import org.drools.model.DeclarationSource;
import org.drools.model.From0;
import org.drools.model.From1;
import org.drools.model.From2;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Reads where a {@code from} takes its objects. */
final class FromSource {
    private FromSource() {}

    /** Reads a source; empty for rare kinds: an expression over more than two variables, an entry point, a window. */
    @SuppressWarnings("unchecked")
    static Optional<Bindings.Calculation> read(DeclarationSource source) {
        if (source instanceof From2<?, ?>) {
            From2<Object, Object> two = (From2<Object, Object>) source;
            return calculation(
                    inputs -> two.getProvider().apply(inputs[0], inputs[1]), two.getVariable(), two.getVariable2());
        }
        if (source instanceof From1<?>) {
            From1<Object> single = (From1<Object>) source;
            return calculation(inputs -> single.getProvider().apply(inputs[0]), single.getVariable());
        }
        return source instanceof From0<?> none
                ? calculation(inputs -> none.getProvider().apply())
                : Optional.empty();
    }

    private static Optional<Bindings.Calculation> calculation(
            Function<@Nullable Object[], @Nullable Object> expression, Variable<?>... inputs) {
        return Optional.of(new Bindings.Calculation("", ConditionReader.names(inputs), expression));
    }
}
