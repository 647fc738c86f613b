package org.daylight.rulebase.sandbox;

/** The sum of values that are {@code int}, where the engine declared it to be one. */
public final class IntSum extends ExactSum {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getResult(Total total) {
        return total.exact().intValueExact();
    }

    @Override
    public Class<?> getResultType() {
        return Integer.class;
    }
}
