package org.daylight.explanation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daylight.evaluation.PlainValue;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.Tokens;
import org.jspecify.annotations.Nullable;

/** A comparison, read once and worked out for one datum after the other. */
final class Operands {
    private static final Map<String, String> MIRRORED =
            Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");

    private final String operator;
    private final boolean alternative;
    private final boolean hasChoices;
    private final String shownOperator;
    private final Operand left;
    private final Operand right;

    /** The values of both sides. */
    record Values(@Nullable Object left, @Nullable Object right) {}

    Operands(Comparison comparison) {
        this.operator = comparison.operator();
        this.alternative = comparison.alternative();
        this.hasChoices = operator.equals("in") || operator.equals("not in");
        // `str[startsWith] "A"`: what stands in brackets belongs to the operator.
        boolean isStr = operator.endsWith("str") && comparison.right().size() > 3;
        int skipped = isStr ? 3 : 0;
        this.shownOperator = operator + Tokens.asWritten(comparison.right().subList(0, skipped));
        this.left = new Operand(comparison.left());
        this.right = new Operand(
                comparison.right().subList(skipped, comparison.right().size()));
    }

    boolean alternative() {
        return alternative;
    }

    /** Whether it is a call that is true or false by itself: what it was called on then says more than that it is false. */
    boolean isCall() {
        return operator.isEmpty() && left.text().matches(".*\\W.*");
    }

    /** Works out both sides; empty when either cannot be. */
    Optional<Values> values(ExpressionScope scope) {
        Optional<Expression.Value> leftValue = left.value(scope);
        if (leftValue.isEmpty()) {
            return Optional.empty();
        }
        if (operator.isEmpty()) {
            return Optional.of(new Values(leftValue.get().object(), true));
        }
        Optional<Expression.Value> rightValue = hasChoices ? right.choices(scope) : right.value(scope);
        return rightValue.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Values(leftValue.get().object(), rightValue.get().object()));
    }

    /** Whether it holds; false also where that is not worked out here. */
    boolean hold(Values values) {
        return Operators.hold(operator, values.left(), values.right()).orElse(false);
    }

    /** Prepares for showing; a literal on the left changes places with what it is compared with. */
    Compared compared(Values values, Function<Object, String> ids) {
        Object found = plain(values.left(), ids);
        Object needed = plain(values.right(), ids);
        String mirrored = MIRRORED.get(operator);
        if (mirrored != null && left.isLiteral() && !right.isLiteral()) {
            return new Compared(right.text(), mirrored, left.text(), needed, found);
        }
        return new Compared(left.text(), shownOperator, right.text(), found, needed);
    }

    /** Turns a value into what is shown of it; data goes by its id. */
    static @Nullable Object plain(@Nullable Object value, Function<Object, String> ids) {
        if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> plain = new ArrayList<>();
            elements.forEach(element -> plain.add(plain(element, ids)));
            return plain;
        }
        if (value == null) {
            return null;
        }
        if (value instanceof Character character) {
            return character.toString();
        }
        return PlainValue.of(value).orElseGet(() -> {
            String id = ids.apply(value);
            return id.isEmpty() ? value.getClass().getSimpleName() : id;
        });
    }
}
