package org.daylight.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.drools.base.reteoo.NodeTypeEnums;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.LeftTuple;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/**
 * The objects behind a match. The engine lists those that conditions matched one by one; those an {@code accumulate} counted or an
 * {@code exists} found are read from the tuples that led to it.
 *
 * @param matched in the order of the conditions
 * @param counted each once, in no particular order
 */
record MatchedData(List<Object> matched, List<Object> counted) {

    static MatchedData of(Match match) {
        Deque<Object> matched = new ArrayDeque<>();
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TupleImpl tuple = (TupleImpl) match; tuple != null; tuple = tuple.getParent()) {
            if (tuple.getFactHandle() != null && tuple.getFactHandle().getObject() != null) {
                matched.addFirst(tuple.getFactHandle().getObject());
            }
            collect(tuple, counted);
        }
        return new MatchedData(new ArrayList<>(matched), new ArrayList<>(counted));
    }

    private static void collect(TupleImpl tuple, Set<Object> counted) {
        if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
            for (TupleImpl child = tuple.getFirstChild(); child != null; child = child.getHandleNext()) {
                collect(child.getRightParent(), tuple, counted);
            }
        } else if (tuple instanceof LeftTuple left && !leadsToEvalOrBranch(left)) {
            counted.addAll(left.getAccumulatedObjects());
        }
    }

    /** Before an {@code eval} or a branch nothing is counted, and asked what was, the engine fails. */
    private static boolean leadsToEvalOrBranch(LeftTuple tuple) {
        int next = tuple.getSink().getType();
        return next == NodeTypeEnums.EvalConditionNode || next == NodeTypeEnums.ConditionalBranchNode;
    }

    /** Adds what was counted: one object, or all of an inner match where an accumulation spans several conditions. */
    private static void collect(@Nullable TupleImpl right, TupleImpl outer, Set<Object> counted) {
        if (right == null) {
            return;
        }
        if (!right.isSubnetworkTuple()) {
            counted.add(right.getFactHandle().getObject());
            return;
        }
        for (TupleImpl inner = right; inner != null && inner.getIndex() > outer.getIndex(); inner = inner.getParent()) {
            if (inner.getFactHandle() != null && inner.getFactHandle().getObject() != null) {
                counted.add(inner.getFactHandle().getObject());
            }
        }
    }
}
