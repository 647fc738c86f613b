package org.daylight.rulebase.source;

import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * One type with its constraints in a rule's conditions.
 *
 * @param content what the parser made of it
 * @param quantifier how it is asked for
 * @param alternative whether it stands in an {@code or}, so that it need not hold
 * @param written without the name given to what it matches
 */
public record SourcePattern(
        PatternDescr content,
        Quantifier quantifier,
        boolean alternative,
        List<SourceConstraint> constraints,
        SourceText written) {
    /** The engine takes no more bound values behind {@code from}. */
    public static final int MOST_BEHIND_FROM = 2;

    public enum Quantifier {
        EACH,
        EXISTS,
        NOT,
        FORALL,
        /** Counted or added up inside an accumulation or collection. */
        COUNTED,
        /** The result of an accumulation, a collection or a {@code from}. */
        RESULT
    }

    /** The type's simple name; {@code Object} for an accumulation's result. */
    public String type() {
        return simpleName(content);
    }

    static String simpleName(PatternDescr pattern) {
        String type = pattern.getObjectType();
        return type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
    }

    /** The name given to what it matches. */
    public @Nullable String binding() {
        return content.getIdentifier();
    }

    /** The offset of its first character in its file. */
    public int offset() {
        return content.getStartCharacter();
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
