package org.daylight.explanation.condition;

import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.Tokens;
import org.drools.base.util.TimeIntervalParser;
import org.drools.model.constraints.FixedTemporalConstraint;
import org.drools.model.constraints.TemporalConstraint;
import org.drools.model.functions.Function1;
import org.drools.model.functions.PredicateN;
import org.drools.model.functions.temporal.TemporalPredicate;
import org.jspecify.annotations.Nullable;

/** Compares dates and times by {@code before}, {@code after} and their like, as the engine does: by moments without length. */
final class TemporalOperators {
    private static final Set<String> OPERATORS = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finishedby",
            "finishes",
            "includes",
            "meets",
            "metby",
            "overlappedby",
            "overlaps",
            "startedby",
            "starts");

    private TemporalOperators() {}

    static PredicateN predicate(TemporalConstraint<?> constraint) {
        TemporalPredicate operator = constraint.getTemporalPredicate();
        return inputs -> {
            long first = moment(constraint.getF1(), inputs[0]);
            long second = constraint instanceof FixedTemporalConstraint<?> fixed
                    ? fixed.getValue()
                    : moment(constraint.getF2(), inputs[1]);
            return operator.isThisOnRight()
                    ? operator.evaluate(second, 0, second, first, 0, first)
                    : operator.evaluate(first, 0, first, second, 0, second);
        };
    }

    /** Returns those conditions of a pattern, in its author's words, that use such an operator. */
    static List<String> conditions(SourcePattern pattern) {
        return pattern.constraints().stream()
                .map(SourceConstraint::tokens)
                .filter(tokens -> tokens.stream().anyMatch(token -> token.isWord() && OPERATORS.contains(token.text())))
                .map(Tokens::asWritten)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <A> long moment(@Nullable Function1<A, ?> field, Object input) {
        return TimeIntervalParser.getTimestampFromDate(field == null ? input : field.apply((A) input));
    }
}
