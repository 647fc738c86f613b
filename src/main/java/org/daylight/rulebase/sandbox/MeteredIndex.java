package org.daylight.rulebase.sandbox;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.ArrayList;
import java.util.List;
import org.drools.base.util.IndexedValueReader;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.util.AbstractHashTable.HashEntry;
import org.drools.core.util.AbstractHashTable.Index;

/** The keys by which a join looks up data, which charges for hashing long texts and collections, and remembers the last key. */
final class MeteredIndex implements Index {
    private static final long serialVersionUID = 1L;

    private final Index plain;
    /** Those of its values that can be long texts, or collections. */
    private final List<IndexedValueReader> texts = new ArrayList<>();

    private int hash;
    private long weight;

    MeteredIndex(Index plain) {
        this.plain = plain;
        for (IndexedValueReader value : values(plain)) {
            if (WorkCost.canBeLong(value.getLeftExtractor().getValueType().getClassType())) {
                texts.add(value);
            }
        }
    }

    /** An index does not tell how many values it has. */
    private static List<IndexedValueReader> values(Index plain) {
        List<IndexedValueReader> values = new ArrayList<>();
        try {
            while (true) {
                values.add(plain.getFieldIndex(values.size()));
            }
        } catch (IllegalArgumentException noMore) {
            return values;
        }
    }

    @Override
    public HashEntry hashCodeOf(TupleImpl tuple, boolean left) {
        weight = 1;
        for (IndexedValueReader value : texts) {
            weight += WorkCost.walk(value.indexedValueOf(tuple, left));
        }
        HashEntry key = plain.hashCodeOf(tuple, left);
        hash = key.hashCode();
        return key;
    }

    /** Of the key asked for last. */
    int hash() {
        return hash;
    }

    /** What comparing the key asked for last with another costs, in looks at a key. */
    long weight() {
        return weight;
    }

    @Override
    public IndexedValueReader getFieldIndex(int index) {
        return plain.getFieldIndex(index);
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
