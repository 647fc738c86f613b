package org.daylight.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a scheme's cases exercise.
 *
 * @param rules each rule, by file and line
 * @param conditions each condition, by file and line of its rule and in the order written
 * @param notFollowed rules whose conditions cannot be followed; none of theirs is among the conditions
 */
public record Coverage(List<RuleCovered> rules, List<ConditionCovered> conditions, List<Gap> notFollowed) {
    private static final int PERCENT = 100;

    public Coverage {
        rules = List.copyOf(rules);
        conditions = List.copyOf(conditions);
        notFollowed = List.copyOf(notFollowed);
    }

    /**
     * A rule.
     *
     * @param fired whether there is a case in which it fires
     * @param notFired whether there is a case in which it does not
     */
    public record RuleCovered(String rule, String file, int line, boolean fired, boolean notFired) {
        boolean isCovered() {
            return fired && notFired;
        }
    }

    /**
     * A condition.
     *
     * @param held whether it was seen to hold, with all that stands before it
     * @param failed whether it was seen not to hold though all that stands before it did
     */
    public record ConditionCovered(
            String rule, String type, String text, String file, int line, boolean held, boolean failed) {
        boolean isCovered() {
            return held && failed;
        }
    }

    /** Something that is not covered, in words. */
    public record Gap(String file, int line, String text) {}

    /** So many of so many. */
    public record Share(long covered, long all) {
        public boolean isBelow(int percent) {
            return covered * PERCENT < (long) percent * all;
        }

        @Override
        public String toString() {
            // Rounded down, so that 100 % means all.
            return covered + " of " + all + " (" + (all == 0 ? PERCENT : covered * PERCENT / all) + " %)";
        }
    }

    public Share ofRules() {
        return new Share(rules.stream().filter(RuleCovered::isCovered).count(), rules.size());
    }

    public Share ofConditions() {
        return new Share(conditions.stream().filter(ConditionCovered::isCovered).count(), conditions.size());
    }

    /** All that is not covered, by file and line. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(notFollowed);
        for (RuleCovered rule : rules) {
            if (!rule.isCovered()) {
                String missing = rule.fired() ? "no case in which it does not fire" : "no case in which it fires";
                gaps.add(new Gap(rule.file(), rule.line(), "rule `" + rule.rule() + "`: " + missing));
            }
        }
        for (ConditionCovered conditionCovered : conditions) {
            if (!conditionCovered.isCovered()) {
                String about = conditionCovered.type().isEmpty()
                                || conditionCovered.text().contains(conditionCovered.type())
                        ? conditionCovered.text()
                        : conditionCovered.type() + ": " + conditionCovered.text();
                String missing = conditionCovered.held()
                        ? "never seen not to hold"
                        : conditionCovered.failed() ? "never seen to hold" : "never reached";
                gaps.add(new Gap(
                        conditionCovered.file(),
                        conditionCovered.line(),
                        "condition `" + about + "` of `" + conditionCovered.rule() + "`: " + missing));
            }
        }
        gaps.sort(Comparator.comparing(Gap::file).thenComparing(Gap::line).thenComparing(Gap::text));
        return gaps;
    }

    @Override
    public String toString() {
        return ofRules() + " rules, " + ofConditions() + " conditions";
    }

    /** Runs the cases and watches. A case in which a rule fails covers nothing. */
    public static Coverage of(org.daylight.rulebase.RuleBase rules, List<Case> cases) {
        CoverageRun run = new CoverageRun(rules);
        cases.forEach(run::watch);
        return run.coverage();
    }
}
