package org.daylight.explanation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.daylight.rulebase.source.Comparisons;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart: finds which of its comparisons failed, and the values in it. */
public final class ComparisonExplainer {
    private final TypeNames types;
    private final List<Token> tokens;
    private final List<Operands> comparisons;

    public ComparisonExplainer(String condition, TypeNames types) {
        this.types = types;
        this.tokens = Tokens.of(condition, 0);
        this.comparisons = Comparisons.of(tokens).stream().map(Operands::new).toList();
    }

    /**
     * Finds the comparisons that failed, with their values.
     *
     * @param ids gives a datum its id
     * @return empty when the values of one cannot be worked out, or when all seem to hold though the condition did not
     */
    public List<Compared> failed(@Nullable Object datum, Bindings bound, Function<Object, String> ids) {
        ExpressionScope scope = new ExpressionScope(datum, bound, types);
        List<Compared> failed = new ArrayList<>();
        List<Compared> alternatives = new ArrayList<>();
        boolean anyAlternativeHolds = false;
        for (Operands operands : comparisons) {
            Optional<Operands.Values> values = operands.isCall() ? Optional.empty() : operands.values(scope);
            if (values.isEmpty()) {
                return List.of();
            }
            if (!operands.hold(values.get())) {
                (operands.alternative() ? alternatives : failed).add(operands.compared(values.get(), ids));
            } else if (operands.alternative()) {
                anyAlternativeHolds = true;
            }
        }
        if (!anyAlternativeHolds || failed.isEmpty()) {
            failed.addAll(alternatives);
        }
        return failed;
    }

    /** Returns all comparisons whose values can be worked out, whether they hold or not. */
    public List<Compared> all(@Nullable Object datum, Bindings bound, Function<Object, String> ids) {
        ExpressionScope scope = new ExpressionScope(datum, bound, types);
        List<Compared> compared = new ArrayList<>();
        for (Operands operands : comparisons) {
            operands.values(scope).ifPresent(values -> compared.add(operands.compared(values, ids)));
        }
        return compared;
    }

    /** How far the sides of the first failed comparison are apart; {@link Double#MAX_VALUE} where that cannot be said. */
    public double distance(@Nullable Object datum, Bindings bound) {
        ExpressionScope scope = new ExpressionScope(datum, bound, types);
        for (Operands operands : comparisons) {
            Optional<Operands.Values> values = operands.values(scope);
            if (values.isEmpty()) {
                return Double.MAX_VALUE;
            }
            if (!operands.hold(values.get())) {
                return Operators.distance(values.get().left(), values.get().right());
            }
        }
        return Double.MAX_VALUE;
    }

    /** Returns the fields and bindings that the condition reads, for where the sides themselves cannot be worked out. */
    public SortedMap<String, @Nullable Object> read(
            @Nullable Object datum, Bindings bound, Function<Object, String> ids) {
        ExpressionScope scope = new ExpressionScope(datum, bound, types);
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean isMember = at > 0 && tokens.get(at - 1).is(".");
            if (token.kind() == Token.Kind.WORD && !isMember && scope.knows(token.text())) {
                List<Token> path = path(at);
                Expression.value(path, scope)
                        .ifPresent(value -> values.put(Tokens.asWritten(path), Operands.plain(value.object(), ids)));
            }
        }
        return values;
    }

    /** A name and the fields behind it, without what is called. */
    private List<Token> path(int first) {
        int last = first;
        while (last + 2 < tokens.size()
                && tokens.get(last + 1).is(".")
                && !(last + 3 < tokens.size() && tokens.get(last + 3).is("("))) {
            last += 2;
        }
        return tokens.subList(first, last + 1);
    }
}
