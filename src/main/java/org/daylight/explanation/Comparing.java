package org.daylight.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.daylight.evaluation.PlainValue;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.Constraint;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.jspecify.annotations.Nullable;

/** A condition that did not hold, taken apart: which of its comparisons failed, and the values in it. */
final class Comparing {
    private static final Map<String, String> TURNED =
            Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");

    private final List<Token> tokens;
    private final List<Comparison> comparisons;

    Comparing(String condition) {
        this.tokens = Tokens.of(condition, 0);
        this.comparisons = Constraint.of(tokens).comparisons();
    }

    /**
     * The comparisons that failed, with their values.
     *
     * @param ids what data is called
     * @return empty when the values of one cannot be worked out, or do not agree with the condition's failing
     */
    List<Compared> failed(Scope scope, Function<Object, String> ids) {
        List<Compared> failed = new ArrayList<>();
        List<Compared> alternatives = new ArrayList<>();
        boolean oneAlternativeHolds = false;
        for (Comparison one : comparisons) {
            Optional<Sides> sides = sides(one, scope);
            // That a call gives false says less than what it was called on.
            boolean call = one.operator().isEmpty() && one.left().size() > 1;
            if (sides.isEmpty() || call) {
                return List.of();
            }
            Optional<Boolean> holds = Operators.hold(
                    one.operator(), sides.get().left(), sides.get().right());
            if (!holds.orElse(false)) {
                (one.alternative() ? alternatives : failed).add(compared(one, sides.get(), ids));
            } else if (one.alternative()) {
                oneAlternativeHolds = true;
            }
        }
        if (!oneAlternativeHolds || failed.isEmpty()) {
            failed.addAll(alternatives);
        }
        return failed;
    }

    /** All comparisons whose values can be worked out, whether they hold or not. */
    List<Compared> all(Scope scope, Function<Object, String> ids) {
        List<Compared> compared = new ArrayList<>();
        for (Comparison one : comparisons) {
            sides(one, scope).ifPresent(sides -> compared.add(compared(one, sides, ids)));
        }
        return compared;
    }

    private record Sides(@Nullable Object left, @Nullable Object right) {}

    private static Optional<Sides> sides(Comparison one, Scope scope) {
        Optional<Expression.Value> left = Expression.value(one.left(), scope);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (one.operator().isEmpty()) {
            return Optional.of(new Sides(left.get().object(), true));
        }
        return right(one, scope).map(right -> new Sides(left.get().object(), right.object()));
    }

    private static Optional<Expression.Value> right(Comparison one, Scope scope) {
        List<Token> right = one.right();
        if (one.operator().endsWith("str") && right.size() > 3) {
            return Expression.value(right.subList(3, right.size()), scope);
        }
        boolean listed = one.operator().equals("in") || one.operator().equals("not in");
        if (!listed || right.size() < 2 || !right.get(0).is("(")) {
            return Expression.value(right, scope);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (List<Token> choice : Tokens.split(right.subList(1, right.size() - 1), ",")) {
            Optional<Expression.Value> value = Expression.value(choice, scope);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get().object());
        }
        return Optional.of(new Expression.Value(values));
    }

    private static Compared compared(Comparison one, Sides sides, Function<Object, String> ids) {
        Object left = plain(sides.left(), ids);
        Object right = plain(sides.right(), ids);
        String leftText = text(one.left());
        String rightText = text(one.right());
        String turned = TURNED.get(one.operator());
        if (turned != null && isLiteral(one.left()) && !isLiteral(one.right())) {
            return new Compared(rightText, turned, leftText, right, left);
        }
        boolean named = one.operator().endsWith("str");
        String operator = named ? one.operator() + text(one.right().subList(0, 3)) : one.operator();
        String compared = named ? text(one.right().subList(3, one.right().size())) : rightText;
        return new Compared(leftText, operator, compared, left, right);
    }

    private static boolean isLiteral(List<Token> side) {
        return side.stream()
                .allMatch(token -> token.kind() != Token.Kind.WORD
                        || token.is("true")
                        || token.is("false")
                        || token.is("null")
                        || Character.isUpperCase(token.text().charAt(0))
                        || isConstant(token.text()));
    }

    private static boolean isConstant(String word) {
        return !word.startsWith("$") && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** As written but for white space: a space only where the author had one, or a line's end. */
    private static String text(List<Token> side) {
        StringBuilder text = new StringBuilder();
        Token before = null;
        for (Token token : side) {
            if (before != null && before.offset() + before.text().length() < token.offset()) {
                text.append(' ');
            }
            text.append(token.text());
            before = token;
        }
        return text.toString();
    }

    /** The fields and bindings that the condition reads, with their values: for what cannot be worked out side by side. */
    SortedMap<String, @Nullable Object> read(Scope scope, Function<Object, String> ids) {
        SortedMap<String, @Nullable Object> read = new TreeMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean member = at > 0 && tokens.get(at - 1).is(".");
            if (token.kind() == Token.Kind.WORD && !member && scope.knows(token.text())) {
                int last = at;
                while (last + 2 < tokens.size()
                        && tokens.get(last + 1).is(".")
                        && !(last + 3 < tokens.size() && tokens.get(last + 3).is("("))) {
                    last += 2;
                }
                List<Token> path = tokens.subList(at, last + 1);
                Expression.value(path, scope).ifPresent(value -> read.put(text(path), plain(value.object(), ids)));
            }
        }
        return read;
    }

    /** How values are shown; data goes by its id. */
    private static @Nullable Object plain(@Nullable Object value, Function<Object, String> ids) {
        if (value instanceof Iterable<?> many) {
            List<@Nullable Object> all = new ArrayList<>();
            many.forEach(one -> all.add(plain(one, ids)));
            return all;
        }
        if (value == null) {
            return null;
        }
        if (value instanceof Character letter) {
            return letter.toString();
        }
        return PlainValue.of(value).orElseGet(() -> {
            String id = ids.apply(value);
            return id.isEmpty() ? value.getClass().getSimpleName() : id;
        });
    }
}
