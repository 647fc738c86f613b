package org.daylight.explanation.reason;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A limit on the score that made a rule speak for the outcome.
 *
 * @param rule name of the rule that spoke
 * @param condition the condition as its author wrote it
 * @param file path inside the scheme folder
 * @param line where the condition stands
 * @param score the score as it is
 * @param limit the limit as the rule has it
 * @param distance by how many points the score would have to change for the condition not to hold: up when positive
 */
public record Threshold(String rule, String condition, String file, int line, long score, long limit, long distance) {

    /** Says it in one sentence. */
    @JsonProperty
    public String says() {
        return "the score is " + score + "; with " + Math.abs(distance)
                + (Math.abs(distance) == 1 ? " point " : " points ") + (distance > 0 ? "more" : "less") + " `" + rule
                + "` would not have fired";
    }
}
