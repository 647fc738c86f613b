package org.daylight.rulebase.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a pattern: the text between two commas.
 *
 * @param text as written
 * @param offset where it begins in its file
 */
public record SourceConstraint(String text, int offset, List<Token> tokens, List<Comparison> comparisons) {
    static SourceConstraint of(String text, int offset) {
        List<Token> tokens = List.copyOf(Tokens.of(text, offset));
        return new SourceConstraint(text, offset, tokens, Comparisons.of(tokens));
    }

    /** The name it binds, as in {@code $days : daysLate > 7}. */
    public @Nullable Token binding() {
        return tokens.size() > 1 && tokens.get(0).isWord() && tokens.get(1).is(":") ? tokens.get(0) : null;
    }

    /** Whether it only binds and never fails. */
    public boolean onlyBinds() {
        return binding() != null
                && comparisons.size() == 1
                && comparisons.get(0).operator().isEmpty();
    }
}
