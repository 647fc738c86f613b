package org.daylight.rulebase.sandbox;

import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.reteoo.TupleMemory;
import org.drools.core.util.index.TupleIndexHashTable;
import org.drools.core.util.index.TupleList;

/**
 * What one side of a join holds, by key. The engine looks through all keys that fall into one place, one by one; whoever knows how
 * it hashes can have them all fall there.
 */
final class MeteredTuples extends TupleIndexHashTable {
    private static final long serialVersionUID = 1L;

    private final MeteredIndex keys;

    private MeteredTuples(MeteredIndex keys, boolean left) {
        super(keys, left);
        this.keys = keys;
    }

    /** The memory with both of its sides metered, as far as they are looked up by hash. */
    static <C> BetaMemory<C> in(BetaMemory<C> plain, int nodeType) {
        return new BetaMemory<>(
                metered(plain.getLeftTupleMemory(), true),
                metered(plain.getRightTupleMemory(), false),
                plain.getContext(),
                nodeType);
    }

    private static TupleMemory metered(TupleMemory side, boolean left) {
        return side instanceof TupleIndexHashTable ? new MeteredTuples(new MeteredIndex(side.getIndex()), left) : side;
    }

    @Override
    public TupleImpl getFirst(TupleImpl tuple) {
        TupleImpl first = super.getFirst(tuple);
        charge(keys.hash(), keys.weight());
        return first;
    }

    @Override
    public void add(TupleImpl tuple) {
        super.add(tuple);
        charge(keys.hash(), keys.weight());
    }

    @Override
    public void remove(TupleImpl tuple) {
        charge(tuple.getMemory().hashCode(), 1);
        super.remove(tuple);
    }

    private void charge(int hash, long weight) {
        long looked = 0;
        for (TupleList list = table[indexOf(hash, table.length)]; list != null; list = list.getNext()) {
            looked++;
        }
        Meter.steps(looked * weight / WorkCost.KEYS_A_STEP);
    }
}
