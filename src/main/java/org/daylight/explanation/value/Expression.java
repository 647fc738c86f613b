package org.daylight.explanation.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.daylight.rulebase.source.Token;
import org.jspecify.annotations.Nullable;

/**
 * Works out what one side of a comparison comes to, from its text: the compiled condition tells only whether it holds. Literals,
 * fields, bindings, paths, `+ - * / %`, and calls of {@link SafeCalls}; anything else, and what fails, is not worked out.
 */
final class Expression {
    private final List<Token> tokens;
    private final ExpressionScope scope;
    private int position;

    /** The value of an expression; null where what it names is missing. */
    record Value(@Nullable Object object) {}

    /** Ends the calculation; caught in {@link #value}. */
    static final class UnknownValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownValueException() {
            super(null, null, false, false);
        }
    }

    private Expression(List<Token> tokens, ExpressionScope scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    static Optional<Value> value(List<Token> tokens, ExpressionScope scope) {
        try {
            Expression expression = new Expression(tokens, scope);
            Object value = expression.sum();
            return expression.position == tokens.size() ? Optional.of(new Value(value)) : Optional.empty();
        } catch (RuntimeException notWorkedOut) {
            return Optional.empty();
        }
    }

    private boolean next(String symbol) {
        if (position < tokens.size()
                && tokens.get(position).is(symbol)
                && tokens.get(position).kind() != Token.Kind.TEXT) {
            position++;
            return true;
        }
        return false;
    }

    private Token take() {
        if (position == tokens.size()) {
            throw new UnknownValueException();
        }
        return tokens.get(position++);
    }

    private @Nullable Object sum() {
        Object value = product();
        while (true) {
            if (next("+")) {
                value = Arithmetic.add(value, product());
            } else if (next("-")) {
                value = Arithmetic.subtract(value, product());
            } else {
                return value;
            }
        }
    }

    private @Nullable Object product() {
        Object value = signed();
        while (true) {
            if (next("*")) {
                value = Arithmetic.multiply(value, signed());
            } else if (next("/")) {
                value = Arithmetic.divide(value, signed());
            } else if (next("%")) {
                value = Arithmetic.remainder(value, signed());
            } else {
                return value;
            }
        }
    }

    private @Nullable Object signed() {
        if (next("-")) {
            return Arithmetic.subtract(0, signed());
        }
        return path();
    }

    private @Nullable Object path() {
        Object value = first();
        while (true) {
            boolean nullSafe = position + 1 < tokens.size()
                    && tokens.get(position).is("!")
                    && tokens.get(position + 1).is(".");
            if (nullSafe) {
                position++;
            }
            if (!next(".")) {
                return value;
            }
            String name = take().text();
            List<@Nullable Object> arguments = next("(") ? arguments() : null;
            if (value == null) {
                throw new UnknownValueException();
            }
            value = arguments == null ? SafeCalls.property(value, name) : SafeCalls.method(value, name, arguments);
        }
    }

    private List<@Nullable Object> arguments() {
        List<@Nullable Object> arguments = new ArrayList<>();
        if (next(")")) {
            return arguments;
        }
        do {
            arguments.add(sum());
        } while (next(","));
        if (!next(")")) {
            throw new UnknownValueException();
        }
        return arguments;
    }

    private @Nullable Object first() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> number(token.text());
            case TEXT -> text(token);
            case SYMBOL -> inParentheses(token);
            case WORD -> named(token.text());
        };
    }

    private @Nullable Object inParentheses(Token token) {
        if (!token.is("(")) {
            throw new UnknownValueException();
        }
        Object value = sum();
        if (!next(")")) {
            throw new UnknownValueException();
        }
        return value;
    }

    private static Object text(Token token) {
        if (token.text().contains("\\")) {
            throw new UnknownValueException();
        }
        return token.unquoted();
    }

    private static Object number(String text) {
        char last = text.charAt(text.length() - 1);
        if (text.contains(".")) {
            return new BigDecimal(Character.isDigit(last) ? text : text.substring(0, text.length() - 1));
        }
        if (!Character.isDigit(last)) {
            String digits = text.substring(0, text.length() - 1);
            return last == 'L' || last == 'l' ? Long.valueOf(digits) : (Object) new BigDecimal(digits);
        }
        long whole = Long.parseLong(text);
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    private @Nullable Object named(String name) {
        return switch (name) {
            case "true", "false" -> Boolean.valueOf(name);
            case "null" -> null;
            case "this" -> scope.datum();
            default -> calledOrKnown(name);
        };
    }

    private @Nullable Object calledOrKnown(String name) {
        if (position < tokens.size() && tokens.get(position).is("(")) {
            position++;
            Object datum = scope.datum();
            if (datum == null) {
                throw new UnknownValueException();
            }
            return SafeCalls.method(datum, name, arguments());
        }
        if (scope.knows(name)) {
            return scope.value(name);
        }
        return scope.datum() instanceof Collection<?> elements ? SafeCalls.property(elements, name) : member(name);
    }

    /** Reads a choice, or what a type offers without an instance. */
    private @Nullable Object member(String typeName) {
        Class<?> type = scope.type(typeName).orElseThrow(UnknownValueException::new);
        if (!next(".")) {
            throw new UnknownValueException();
        }
        String name = take().text();
        return next("(") ? SafeCalls.staticMethod(type, name, arguments()) : SafeCalls.constant(type, name);
    }
}
