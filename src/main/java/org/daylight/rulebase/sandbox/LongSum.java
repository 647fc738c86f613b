package org.daylight.rulebase.sandbox;

/** The sum of whole numbers. */
public final class LongSum extends ExactSum {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getResult(Total total) {
        return total.exact().longValueExact();
    }

    @Override
    public Class<?> getResultType() {
        return Long.class;
    }
}
