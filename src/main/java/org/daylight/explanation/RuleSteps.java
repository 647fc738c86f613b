package org.daylight.explanation;

import java.util.List;
import org.daylight.rulebase.RuleText;

/** A rule with its conditions as steps, and each of them by itself. */
record RuleSteps(RuleText rule, Step steps, List<Condition> conditions) {}
