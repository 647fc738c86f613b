package org.daylight.rulebase.sandbox;

import java.util.LinkedHashMap;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;

/**
 * A stand-in for the engine's {@code collectSet}, whose set shows its elements in an order that differs from run to run, and
 * looks through all of one hash for nothing.
 */
public final class OrderedSetFunction extends CollectSetAccumulateFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public CollectListData createContext() {
        CollectListData context = super.createContext();
        context.map = new LinkedHashMap<>();
        return context;
    }

    @Override
    public void accumulate(CollectListData context, Object value) {
        WorkCost.chargePut(context.map, value);
        super.accumulate(context, value);
    }
}
