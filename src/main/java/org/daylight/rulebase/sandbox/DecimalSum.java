package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;

/** The sum of decimals. */
public final class DecimalSum extends ExactSum {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getResult(Total total) {
        return total.exact();
    }

    @Override
    public Class<?> getResultType() {
        return BigDecimal.class;
    }
}
