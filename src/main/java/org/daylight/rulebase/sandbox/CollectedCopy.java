package org.daylight.rulebase.sandbox;

import java.util.Collection;
import java.util.function.Supplier;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.modelcompiler.constraints.GenericCollectAccumulator;

/**
 * A stand-in for the engine's {@code collect}, which hands out the collection that it goes on collecting in: what a rule changed of
 * it would be collected for all that follow. Rules get a copy of their own.
 */
public final class CollectedCopy extends GenericCollectAccumulator {
    private final Supplier<? extends Collection<Object>> empty;

    @SuppressWarnings({"rawtypes", "unchecked"})
    public CollectedCopy(Supplier<? extends Collection> empty) {
        super(empty);
        this.empty = (Supplier<? extends Collection<Object>>) empty;
    }

    @Override
    public Object getResult(
            Object memory, Object collected, BaseTuple left, Declaration[] declarations, ValueResolver resolver) {
        Collection<?> all = (Collection<?>) collected;
        Meter.elements(all.size());
        Collection<Object> copy = empty.get();
        copy.addAll(all);
        return copy;
    }
}
