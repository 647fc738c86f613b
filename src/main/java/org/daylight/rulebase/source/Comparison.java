package org.daylight.rulebase.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a condition, such as {@code daysLate > 7}.
 *
 * @param left the tokens before the operator, or all of them when there is none
 * @param operator such as {@code >}, {@code in} or {@code not matches}; empty when there is none
 * @param right the tokens after it
 * @param alternative whether it is one side of an {@code ||}, so that it need not hold
 */
public record Comparison(List<Token> left, String operator, List<Token> right, boolean alternative) {

    /** The field compared, when the left side is a field and nothing else. */
    public @Nullable Token field() {
        if (left.size() == 1 && left.get(0).isWord()) {
            return left.get(0);
        }
        boolean own = left.size() == 3 && left.get(0).is("this") && left.get(1).is(".");
        return own ? left.get(2) : null;
    }

    public boolean isOn(String field) {
        Token compared = field();
        return compared != null && compared.is(field);
    }

    /** {@code field operator value}, one space between. */
    public String text() {
        return (Tokens.joined(left) + " " + operator + " " + Tokens.joined(right)).strip();
    }
}
