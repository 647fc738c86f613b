package org.daylight.publication;

import java.time.Instant;
import org.daylight.rulebase.RuleBase;

/**
 * The revision of a scheme that answers now.
 *
 * @param rules its compiled rules
 * @param liveAt the moment at which it went live
 */
public record LiveScheme(RuleBase rules, Instant liveAt) {}
