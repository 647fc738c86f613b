package org.daylight.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a case expects; what it does not mention is not compared.
 *
 * @param score the score as text: a whole number or {@link #NOT_SCORED}
 * @param band name of the band
 * @param outcome the decision's outcome
 * @param terms all terms of the decision
 * @param fired rules that must have fired
 * @param notFired rules that must not have fired
 * @param reasons all reasons of the decision, or of the score's ledger when nothing is asked, in any order
 */
public record Expectation(
        @Nullable String score,
        @Nullable String band,
        @Nullable Outcome outcome,
        @Nullable SortedMap<String, @Nullable Object> terms,
        Set<String> fired,
        Set<String> notFired,
        @Nullable List<String> reasons) {
    public static final String NOT_SCORED = "not-scored";

    static final Expectation NOTHING = new Expectation(null, null, null, null, Set.of(), Set.of(), null);

    public Expectation {
        terms = terms == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        fired = Set.copyOf(fired);
        notFired = Set.copyOf(notFired);
        reasons = reasons == null ? null : List.copyOf(reasons);
    }

    boolean isAboutADecision() {
        return outcome != null || terms != null;
    }
}
