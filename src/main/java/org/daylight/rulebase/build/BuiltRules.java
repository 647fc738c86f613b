package org.daylight.rulebase.build;

import org.daylight.rulebase.sandbox.StandingReach;
import org.kie.api.KieBase;

/**
 * What a build comes to.
 *
 * @param engine the engine's rules, metered
 * @param standingReach which rules a standing can touch
 */
public record BuiltRules(KieBase engine, StandingReach standingReach) {}
