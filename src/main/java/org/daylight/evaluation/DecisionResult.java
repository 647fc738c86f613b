package org.daylight.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to a question.
 *
 * @param service the service that asked
 * @param outcome the strongest that a rule voted for: refer, then refuse, then grant
 * @param terms conditions of the answer by name: text, {@link Long}, {@link Boolean} or an ISO date;
 *     those that rules set which voted for the outcome, or for none
 * @param reasons the firings that voted for the outcome, in the order they fired; of somebody not scored who is refused, those
 *     alone that everybody would meet, whatever the standing
 */
public record DecisionResult(String service, Outcome outcome, SortedMap<String, Object> terms, List<Reason> reasons) {
    public DecisionResult {
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        reasons = List.copyOf(reasons);
    }
}
