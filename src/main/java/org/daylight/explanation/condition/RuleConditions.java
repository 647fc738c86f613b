package org.daylight.explanation.condition;

import java.util.List;
import org.daylight.rulebase.source.RuleText;

/**
 * A rule with its conditions, as a tree and each of them by itself.
 *
 * @param verbs those in its consequence, such as {@code decision.refuse}
 */
public record RuleConditions(RuleText rule, ConditionNode root, List<RuleCondition> conditions, List<String> verbs) {}
