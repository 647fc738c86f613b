package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.daylight.rulebase.exact.Wide;
import org.jspecify.annotations.Nullable;

/** The average, rounded half up to {@value Wide#AVERAGE_SCALE} decimals; of nothing there is none. */
public final class DecimalAverage extends ExactSum {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object getResult(Total total) {
        return total.count() == 0
                ? null
                : Wide.canonical(total.exact()
                        .divide(BigDecimal.valueOf(total.count()), Wide.AVERAGE_SCALE, RoundingMode.HALF_UP));
    }

    @Override
    public Class<?> getResultType() {
        return BigDecimal.class;
    }
}
