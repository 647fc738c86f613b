package org.daylight.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daylight.rulebase.RuleBase;

/**
 * The rules and conditions that a scheme's cases exercise.
 *
 * @param rules each rule, by file and line
 * @param conditions each condition, by file and line of its rule and in the order written
 * @param notFollowed rules whose conditions cannot be followed; these are not among the conditions
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
     * @param failed whether it was seen not to hold though all that stands before it did, or never can fail, as where it asks
     *     for a scheme's only service
     */
    public record ConditionCovered(
            String rule, String type, String text, String file, int line, boolean held, boolean failed) {
        boolean isCovered() {
            return held && failed;
        }
    }

    /** Something that is not covered, in words. */
    public record Gap(String file, int line, String text) {}

    /** The number covered, of all. */
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

    /** Returns everything that is not covered, by file and line. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(notFollowed);
        for (RuleCovered rule : rules) {
            if (!rule.isCovered()) {
                String missing = rule.fired() ? "no case in which it does not fire" : "no case in which it fires";
                gaps.add(new Gap(rule.file(), rule.line(), "rule `" + rule.rule() + "`: " + missing));
            }
        }
        for (ConditionCovered condition : conditions) {
            if (!condition.isCovered()) {
                String about = condition.type().isEmpty() || condition.text().contains(condition.type())
                        ? condition.text()
                        : condition.type() + ": " + condition.text();
                String missing = condition.held()
                        ? "never seen not to hold"
                        : condition.failed() ? "never seen to hold" : "never reached";
                gaps.add(new Gap(
                        condition.file(),
                        condition.line(),
                        "condition `" + about + "` of `" + condition.rule() + "`: " + missing));
            }
        }
        gaps.sort(Comparator.comparing(Gap::file).thenComparing(Gap::line).thenComparing(Gap::text));
        return gaps;
    }

    @Override
    public String toString() {
        return ofRules() + " rules, " + ofConditions() + " conditions";
    }

    /** Measures the coverage of cases by running them. A case in which a rule fails covers nothing. */
    public static Coverage of(RuleBase rules, List<Case> cases) {
        CoverageRun run = new CoverageRun(rules);
        cases.forEach(run::run);
        return run.coverage();
    }
}
