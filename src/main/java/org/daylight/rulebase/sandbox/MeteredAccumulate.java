package org.daylight.rulebase.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.AccumulateContextEntry;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.accessor.Accumulator;
import org.drools.core.base.accumulators.CollectListAccumulateFunction;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;
import org.drools.core.reteoo.AccumulateNode.GroupByContext;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.util.index.TupleListWithContext;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What counts or gathers data. Each datum is a step, and long ones are more, as often as it is counted: where one leaves and cannot
 * be taken out, the engine counts all the others again; from what is collected it is taken by looking for it. Groups pay for looking
 * up their keys.
 */
final class MeteredAccumulate extends Accumulate {
    private static final long serialVersionUID = 1L;

    private final Accumulate plain;
    private final String rule;

    MeteredAccumulate(Accumulate plain, String rule) {
        super(plain.getSource(), plain.getRequiredDeclarations());
        this.plain = plain;
        this.rule = rule;
    }

    @Override
    public @Nullable Object accumulate(
            Object memory, Object context, BaseTuple match, FactHandle handle, ValueResolver resolver) {
        Meter.enter(rule, 1);
        if (context instanceof GroupByContext groups) {
            MeteredGroups.in(groups);
        }
        return counted(plain.accumulate(memory, context, match, handle, resolver));
    }

    @Override
    public @Nullable Object accumulate(
            Object memory, BaseTuple match, FactHandle handle, Object groups, Object tuples, ValueResolver resolver) {
        Meter.enter(rule, 1);
        return counted(plain.accumulate(memory, match, handle, groups, tuples, resolver));
    }

    /** The value, or the values of several functions, which were compared with others. */
    private static @Nullable Object counted(@Nullable Object value) {
        WorkCost.charge(value);
        return value;
    }

    @Override
    public boolean tryReverse(
            Object memory, Object context, BaseTuple left, FactHandle handle, BaseTuple match, ValueResolver resolver) {
        Meter.enter(rule, 1);
        Object group = context instanceof GroupByContext
                ? ((TupleListWithContext<?>) ((TupleImpl) match).getMemory()).getContext()
                : context;
        chargeLeaving(((AccumulateContextEntry) group).getFunctionContext(), match.getContextObject());
        return plain.tryReverse(memory, context, left, handle, match, resolver);
    }

    private static void chargeLeaving(@Nullable Object gathered, @Nullable Object value) {
        if (gathered instanceof Object[] several && value instanceof Object[] values) {
            for (int at = 0; at < Math.min(several.length, values.length); at++) {
                chargeLeaving(several[at], values[at]);
            }
        } else if (gathered instanceof CollectListAccumulateFunction.CollectListData data) {
            WorkCost.chargeLookup(data.list, value);
        } else if (gathered instanceof CollectSetAccumulateFunction.CollectListData data) {
            WorkCost.chargeLookup(data.map, value);
        } else if (gathered instanceof Collection<?>) {
            WorkCost.chargeLookup(gathered, value);
        }
    }

    @Override
    public Object getResult(Object memory, Object context, BaseTuple left, ValueResolver resolver) {
        Meter.enter(rule, 1);
        return plain.getResult(memory, context, left, resolver);
    }

    @Override
    public Accumulator[] getAccumulators() {
        return plain.getAccumulators();
    }

    @Override
    public Object createFunctionContext() {
        return plain.createFunctionContext();
    }

    @Override
    public Object init(Object memory, Object context, Object function, BaseTuple left, ValueResolver resolver) {
        return plain.init(memory, context, function, left, resolver);
    }

    @Override
    public boolean supportsReverse() {
        return plain.supportsReverse();
    }

    @Override
    public Accumulate clone() {
        return new MeteredAccumulate(plain.clone(), rule);
    }

    @Override
    public Object createWorkingMemoryContext() {
        return plain.createWorkingMemoryContext();
    }

    @Override
    public boolean isMultiFunction() {
        return plain.isMultiFunction();
    }

    @Override
    public boolean isGroupBy() {
        return plain.isGroupBy();
    }

    @Override
    public void replaceAccumulatorDeclaration(Declaration declaration, Declaration resolved) {
        plain.replaceAccumulatorDeclaration(declaration, resolved);
    }

    @Override
    public Map<String, Declaration> getInnerDeclarations() {
        return plain.getInnerDeclarations();
    }

    @Override
    public Map<String, Declaration> getOuterDeclarations() {
        return plain.getOuterDeclarations();
    }

    @Override
    public List<RuleConditionElement> getNestedElements() {
        return plain.getNestedElements();
    }
}
