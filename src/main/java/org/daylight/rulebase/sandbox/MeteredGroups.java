package org.daylight.rulebase.sandbox;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.drools.base.reteoo.AccumulateContextEntry;
import org.drools.core.reteoo.AccumulateNode.GroupByContext;
import org.drools.core.util.index.TupleListWithContext;

/** The groups of one {@code groupby}, by key; a key is paid for as one that a rule puts into a map. */
final class MeteredGroups extends LinkedHashMap<Object, TupleListWithContext<AccumulateContextEntry>> {
    private static final long serialVersionUID = 1L;
    private static final Field GROUPS = EngineField.of(GroupByContext.class, "groupsMap");

    private MeteredGroups(Map<Object, TupleListWithContext<AccumulateContextEntry>> groups) {
        super(groups);
    }

    /** Has the groups pay from now on, unless they do. */
    static void in(GroupByContext groups) {
        if (!(groups.getGroups() instanceof MeteredGroups)) {
            EngineField.set(GROUPS, groups, new MeteredGroups(groups.getGroups()));
        }
    }

    @Override
    public TupleListWithContext<AccumulateContextEntry> computeIfAbsent(
            Object key, Function<? super Object, ? extends TupleListWithContext<AccumulateContextEntry>> make) {
        WorkCost.chargePut(this, key);
        return super.computeIfAbsent(key, make);
    }

    @Override
    public TupleListWithContext<AccumulateContextEntry> remove(Object key) {
        WorkCost.chargeLookup(this, key);
        return super.remove(key);
    }
}
