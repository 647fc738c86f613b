package org.daylight.decision;

import java.util.Optional;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.ServiceEntry;

/**
 * A service's question, checked against the scheme.
 *
 * @param timePoints those that are not set are now
 * @param askedBy the principal that asks
 * @param traceId of the trace that the question belongs to, if the caller began one
 */
record DecisionRequest(
        RuleBase rules,
        ServiceEntry service,
        String citizen,
        Question question,
        TimePoints timePoints,
        String askedBy,
        Optional<String> traceId) {}
