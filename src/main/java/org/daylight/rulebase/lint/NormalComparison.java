package org.daylight.rulebase.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.rulebase.source.Token;
import org.jspecify.annotations.Nullable;

/**
 * A comparison in a form that two rules can share: bound names are replaced by what they stand for.
 *
 * @param field the field compared, or null when the left side is more than a field
 * @param operator empty when {@code text} is no comparison
 * @param value the right side
 * @param right the right side's tokens as written
 * @param text all of it
 */
record NormalComparison(@Nullable String field, String operator, String value, List<Token> right, String text) {
    private static final Set<String> ORDER = Set.of("==", "<", "<=", ">", ">=");

    boolean isOn(String name) {
        return name.equals(field);
    }

    /** Whether the right side is the same for every match. */
    boolean isConstant() {
        if (right.size() == 1) {
            Token only = right.get(0);
            return !only.isWord() || only.is("true") || only.is("false") || only.is("null");
        }
        boolean negative =
                right.size() == 2 && right.get(0).is("-") && right.get(1).kind() == Token.Kind.NUMBER;
        boolean choice = right.size() == 3
                && right.get(1).is(".")
                && Character.isUpperCase(right.get(0).text().charAt(0));
        return negative || choice;
    }

    Optional<BigDecimal> number() {
        boolean negative = right.size() == 2 && right.get(0).is("-");
        if (!negative && right.size() != 1) {
            return Optional.empty();
        }
        Token last = right.get(right.size() - 1);
        if (last.kind() != Token.Kind.NUMBER || !last.text().matches("\\d+(\\.\\d+)?[lL]?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(last.text().replaceAll("[lL]", ""));
        return Optional.of(negative ? number.negate() : number);
    }

    /** The values that pass, where the comparison is with a number. */
    Optional<Interval> interval() {
        return ORDER.contains(operator) ? number().map(bound -> Interval.of(operator, bound)) : Optional.empty();
    }

    /** The constants that pass: of {@code ==} and {@code in}. */
    Optional<Set<String>> allowed() {
        if (operator.equals("==") && isConstant()) {
            return Optional.of(Set.of(value));
        }
        boolean plain =
                right.stream().noneMatch(token -> token.isWord() && token.text().startsWith("$"));
        if (operator.equals("in") && plain) {
            return Optional.of(right.stream()
                    .filter(token -> token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.NUMBER)
                    .map(Token::text)
                    .collect(Collectors.toSet()));
        }
        return Optional.empty();
    }
}
