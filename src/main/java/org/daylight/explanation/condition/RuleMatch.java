package org.daylight.explanation.condition;

import java.util.List;
import org.daylight.evaluation.Datum;
import org.daylight.evaluation.Firing;

/**
 * Data on which all conditions of a rule hold.
 *
 * @param rule the rule's name
 * @param data ids of what the conditions matched one by one, in the order of the conditions
 */
public record RuleMatch(String rule, List<String> data) {
    public RuleMatch {
        data = List.copyOf(data);
    }

    /** Reads what a firing matched. */
    public static RuleMatch of(Firing firing) {
        return new RuleMatch(
                firing.rule(), firing.matched().stream().map(Datum::id).toList());
    }
}
