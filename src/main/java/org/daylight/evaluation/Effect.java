package org.daylight.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a firing did.
 *
 * @param verb {@code score.add}, {@code score.set}, {@code decision.grant}, {@code decision.refuse}, {@code decision.refer},
 *     {@code decision.term}, {@code insert}, {@code update} or {@code delete}
 * @param name of the term, or the id of the inserted, updated or deleted data; null for other verbs
 * @param value points, or the term's value; of a referral instead of a refusal the score for which the refusal would not follow,
 *     where one was found; null for other verbs
 * @param insteadOf {@code decision.refuse} where a refusal was turned into a referral because the citizen is not scored, and the
 *     same refusal does not follow, or is not known to follow, for every standing
 */
public record Effect(
        String verb,
        @Nullable String name,
        @Nullable Object value,
        @Nullable String insteadOf) {

    static Effect of(String verb) {
        return new Effect(verb, null, null, null);
    }
}
