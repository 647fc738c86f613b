package org.daylight.evaluation;

import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.jspecify.annotations.Nullable;

/** Renders reasons, as written or in another language. Decisions and the data they rest on do not depend on it. */
public interface ReasonRenderer {
    /** As the rules' authors wrote them, values as data shows them. */
    ReasonRenderer AS_WRITTEN = new ReasonRenderer() {};

    /** The reason template of a rule, or null when it gives no reason. */
    default @Nullable ReasonTemplate reason(RuleText rule) {
        return rule.reason();
    }

    /** A value as it is printed at a place of the reason. */
    default @Nullable Object shown(ReasonTemplate.Place place, @Nullable Object value) {
        return value;
    }
}
