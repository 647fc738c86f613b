package org.daylight.rulebase.sandbox;

import java.util.LinkedHashMap;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;

/** A stand-in for the engine's {@code collectSet}, whose set shows its elements in an order that differs from run to run. */
public final class OrderedSetFunction extends CollectSetAccumulateFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public CollectListData createContext() {
        CollectListData context = super.createContext();
        context.map = new LinkedHashMap<>();
        return context;
    }
}
