package org.daylight.explanation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, read once and worked out for one datum after the other. */
final class Operand {
    private final List<Token> tokens;
    private final String text;
    private final boolean literal;
    /** The value, where it is the same for every datum. */
    private final Expression.@Nullable Value constant;
    /** The name of the field or binding, where it is no more than that. */
    private final @Nullable String name;

    Operand(List<Token> tokens) {
        this.tokens = tokens;
        this.text = Tokens.asWritten(tokens);
        this.literal = tokens.stream().allMatch(Operand::isLiteral);
        boolean isFixed = tokens.stream().noneMatch(Token::isWord);
        this.constant =
                isFixed ? Expression.value(tokens, ExpressionScope.EMPTY).orElse(null) : null;
        boolean isName = tokens.size() == 1
                && tokens.get(0).isWord()
                && !literal
                && !tokens.get(0).is("this");
        this.name = isName ? tokens.get(0).text() : null;
    }

    /** The text as written. */
    String text() {
        return text;
    }

    boolean isLiteral() {
        return literal;
    }

    /** Works out the value; empty when that cannot be done. */
    Optional<Expression.Value> value(ExpressionScope scope) {
        if (constant != null) {
            return Optional.of(constant);
        }
        if (name != null && scope.knows(name)) {
            return Optional.of(new Expression.Value(scope.value(name)));
        }
        return Expression.value(tokens, scope);
    }

    /** Works out the values of all choices in parentheses, as behind {@code in}; of anything else its own. */
    Optional<Expression.Value> choices(ExpressionScope scope) {
        if (tokens.size() < 2 || !tokens.get(0).is("(")) {
            return value(scope);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (List<Token> choice : Tokens.split(tokens.subList(1, tokens.size() - 1), ",")) {
            Optional<Expression.Value> value = Expression.value(choice, scope);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get().object());
        }
        return Optional.of(new Expression.Value(values));
    }

    private static boolean isLiteral(Token token) {
        return token.kind() != Token.Kind.WORD
                || token.is("true")
                || token.is("false")
                || token.is("null")
                || Character.isUpperCase(token.text().charAt(0))
                || isConstant(token.text());
    }

    private static boolean isConstant(String word) {
        return !word.startsWith("$") && word.equals(word.toUpperCase(Locale.ROOT));
    }
}
