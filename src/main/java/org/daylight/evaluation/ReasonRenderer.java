package org.daylight.evaluation;

import org.daylight.rulebase.source.ReasonTemplate;
import org.daylight.rulebase.source.RuleText;
import org.jspecify.annotations.Nullable;

/** How reasons are said. What was decided, and on what, does not depend on it. */
public interface ReasonRenderer {
    /** As the rules' authors wrote them, values as data shows them. */
    ReasonRenderer AS_WRITTEN = new ReasonRenderer() {};

    /** What the rule's firing says, or null when it gives no reason. */
    default @Nullable ReasonTemplate reason(RuleText rule) {
        return rule.reason();
    }

    /** How a value is printed at a place of the reason. */
    default @Nullable Object shown(ReasonTemplate.Place place, @Nullable Object value) {
        return value;
    }
}
