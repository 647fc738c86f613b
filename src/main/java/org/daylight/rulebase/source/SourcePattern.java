package org.daylight.rulebase.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One type with its constraints in a rule's conditions.
 *
 * @param type simple name; {@code Object} for an accumulation's result
 * @param binding the name given to what it matches, or null
 * @param quantifier how it is asked for
 * @param alternative whether it stands in an {@code or}, so that it need not hold
 * @param offset where it begins in its file
 */
public record SourcePattern(
        String type,
        @Nullable String binding,
        Quantifier quantifier,
        boolean alternative,
        List<SourceConstraint> constraints,
        int offset) {
    public enum Quantifier {
        EACH,
        EXISTS,
        NOT,
        FORALL,
        /** Counted or added up inside an accumulation or collection. */
        COUNTED,
        /** What an accumulation, a collection or a {@code from} yields. */
        RESULT
    }

    public Stream<Comparison> comparisons() {
        return constraints.stream().flatMap(constraint -> constraint.comparisons().stream());
    }

    /** Whether something of this type must be there for the rule to fire. */
    public boolean isRequired() {
        return !alternative && (quantifier == Quantifier.EACH || quantifier == Quantifier.EXISTS);
    }

    /** Whether the type is matched among the data, not made on the spot. */
    public boolean matchesData() {
        return quantifier != Quantifier.RESULT;
    }
}
