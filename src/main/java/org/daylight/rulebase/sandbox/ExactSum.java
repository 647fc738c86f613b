package org.daylight.rulebase.sandbox;

import java.io.Serializable;
import java.math.BigDecimal;
import org.daylight.rulebase.exact.Wide;
import org.drools.core.base.accumulators.AbstractAccumulateFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the engine's sums, which wrap or are binary. It is exact whatever the order: a sum may leave the range of a whole
 * number on its way, for only the result has to fit. What is absent counts as nothing.
 */
abstract class ExactSum extends AbstractAccumulateFunction<ExactSum.Total> {
    private static final long serialVersionUID = 1L;

    /** Whole numbers as long as they fit; all else beside them. */
    static final class Total implements Serializable {
        private static final long serialVersionUID = 1L;

        private long whole;
        private BigDecimal beside = BigDecimal.ZERO;
        private long count;

        private void add(long number) {
            long sum = whole + number;
            // The signs of both differ from the sum's: it wrapped.
            if (((whole ^ sum) & (number ^ sum)) < 0) {
                beside = beside.add(BigDecimal.valueOf(whole));
                whole = number;
            } else {
                whole = sum;
            }
        }

        BigDecimal exact() {
            return Wide.canonical(beside.add(BigDecimal.valueOf(whole)));
        }

        long count() {
            return count;
        }
    }

    @Override
    public Total createContext() {
        return new Total();
    }

    @Override
    public void init(Total total) {
        total.whole = 0;
        total.beside = BigDecimal.ZERO;
        total.count = 0;
    }

    @Override
    public void accumulate(Total total, @Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            total.count++;
            total.beside = total.beside.add(decimal);
        } else if (value != null) {
            total.count++;
            total.add(Wide.toLong(value));
        }
    }

    @Override
    public void reverse(Total total, @Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            total.count--;
            total.beside = total.beside.subtract(decimal);
        } else if (value != null) {
            total.count--;
            total.beside = total.beside.subtract(BigDecimal.valueOf(Wide.toLong(value)));
        }
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public void writeExternal(java.io.ObjectOutput out) {}

    @Override
    public void readExternal(java.io.ObjectInput in) {}
}
