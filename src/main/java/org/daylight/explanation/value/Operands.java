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

/** A comparison, read once. */
final class Operands {
    private static final Map<String, String> TURNED =
            Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");

    private final String operator;
    private final boolean alternative;
    private final boolean choices;
    private final String shown;
    private final Operand left;
    private final Operand right;

    /** The values of both. */
    record Values(@Nullable Object left, @Nullable Object right) {}

    Operands(Comparison comparison) {
        this.operator = comparison.operator();
        this.alternative = comparison.alternative();
        this.choices = operator.equals("in") || operator.equals("not in");
        // `str[startsWith] "A"`: what stands in brackets belongs to the operator.
        boolean named = operator.endsWith("str") && comparison.right().size() > 3;
        int skipped = named ? 3 : 0;
        this.shown = operator + Tokens.asWritten(comparison.right().subList(0, skipped));
        this.left = new Operand(comparison.left());
        this.right = new Operand(
                comparison.right().subList(skipped, comparison.right().size()));
    }

    String operator() {
        return operator;
    }

    boolean alternative() {
        return alternative;
    }

    /** Whether it is true or false by itself and more than a field: that it is false says less than what it was asked of. */
    boolean isCall() {
        return operator.isEmpty() && left.text().matches(".*\\W.*");
    }

    /** Empty when either cannot be worked out. */
    Optional<Values> values(ExpressionScope scope) {
        Optional<Expression.Value> optional = left.value(scope);
        if (optional.isEmpty()) {
            return Optional.empty();
        }
        if (operator.isEmpty()) {
            return Optional.of(new Values(optional.get().object(), true));
        }
        Optional<Expression.Value> other = choices ? right.choices(scope) : right.value(scope);
        return other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Values(optional.get().object(), other.get().object()));
    }

    /** For showing; a literal on the left changes places with what it is compared with. */
    Compared compared(Values values, Function<Object, String> ids) {
        Object found = plain(values.left(), ids);
        Object needed = plain(values.right(), ids);
        String turned = TURNED.get(operator);
        if (turned != null && left.isLiteral() && !right.isLiteral()) {
            return new Compared(right.text(), turned, left.text(), needed, found);
        }
        return new Compared(left.text(), shown, right.text(), found, needed);
    }

    /** How values are shown; data goes by its id. */
    static @Nullable Object plain(@Nullable Object value, Function<Object, String> ids) {
        if (value instanceof Iterable<?> many) {
            List<@Nullable Object> all = new ArrayList<>();
            many.forEach(element -> all.add(plain(element, ids)));
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
