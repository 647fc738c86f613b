package org.daylight.rulebase.sandbox;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.List;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.Tuple;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.util.bitmask.BitMask;
import org.kie.api.runtime.rule.FactHandle;

/** The conditions of a join, each use of which is a step, and another where it holds: the engine keeps what was joined. */
@SuppressWarnings({"rawtypes", "serial", "TypeParameterUnusedInFormals"})
final class MeteredConstraints implements BetaConstraints<Object> {
    private static final long serialVersionUID = 1L;

    private final BetaConstraints<Object> plain;

    private final String rule;

    MeteredConstraints(BetaConstraints<Object> plain, String rule) {
        this.plain = plain;
        this.rule = rule;
    }

    @Override
    public boolean isAllowedCachedLeft(Object context, FactHandle handle) {
        Meter.enter(rule, 1);
        return joined(plain.isAllowedCachedLeft(context, handle));
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, Object context) {
        Meter.enter(rule, 1);
        return joined(plain.isAllowedCachedRight(tuple, context));
    }

    private static boolean joined(boolean holds) {
        if (holds) {
            Meter.step();
        }
        return holds;
    }

    @Override
    public Object createContext() {
        return plain.createContext();
    }

    @Override
    public void updateFromTuple(Object context, ValueResolver resolver, Tuple tuple) {
        plain.updateFromTuple(context, resolver, tuple);
    }

    @Override
    public void updateFromFactHandle(Object context, ValueResolver resolver, FactHandle handle) {
        plain.updateFromFactHandle(context, resolver, handle);
    }

    @Override
    public BetaConstraint[] getConstraints() {
        return plain.getConstraints();
    }

    @Override
    public BetaConstraints getOriginalConstraint() {
        return plain.getOriginalConstraint();
    }

    @Override
    public boolean isIndexed() {
        return plain.isIndexed();
    }

    @Override
    public int getIndexCount() {
        return plain.getIndexCount();
    }

    @Override
    public boolean isEmpty() {
        return plain.isEmpty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public BetaMemory createBetaMemory(RuleBaseConfiguration config, int nodeType) {
        return MeteredTuples.in(plain.createBetaMemory(config, nodeType), nodeType);
    }

    @Override
    public void resetTuple(Object context) {
        plain.resetTuple(context);
    }

    @Override
    public void resetFactHandle(Object context) {
        plain.resetFactHandle(context);
    }

    @Override
    public BitMask getListenedPropertyMask(Pattern pattern, ObjectType modifiedType, List<String> settableProperties) {
        return plain.getListenedPropertyMask(pattern, modifiedType, settableProperties);
    }

    @Override
    public void init(BuildContext context, int betaNodeType) {
        plain.init(context, betaNodeType);
    }

    @Override
    public void initIndexes(int depth, int betaNodeType, RuleBaseConfiguration config) {
        plain.initIndexes(depth, betaNodeType, config);
    }

    @Override
    public <T> T cloneIfInUse() {
        return plain.cloneIfInUse();
    }

    @Override
    public boolean isLeftUpdateOptimizationAllowed() {
        return plain.isLeftUpdateOptimizationAllowed();
    }

    @Override
    public void registerEvaluationContext(BuildContext buildContext) {
        plain.registerEvaluationContext(buildContext);
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("compiled rules are not serialised");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("compiled rules are not serialised");
    }
}
