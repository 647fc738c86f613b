package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a constraint apart into its comparisons. */
public final class Comparisons {
    private static final Set<String> SYMBOLS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> WORDS =
            Set.of("in", "contains", "excludes", "matches", "memberOf", "soundslike", "str", "after", "before");

    private final List<Comparison> comparisons = new ArrayList<>();

    private Comparisons() {}

    public static List<Comparison> of(List<Token> constraint) {
        Comparisons comparisons = new Comparisons();
        comparisons.collect(constraint, false);
        return List.copyOf(comparisons.comparisons);
    }

    private void collect(List<Token> tokens, boolean alternative) {
        List<Token> inner = unwrapped(withoutBinding(tokens));
        if (Tokens.split(inner, "?").size() > 1) {
            // A choice, `a > 2 ? b : c`, is one value whatever it compares.
            comparisons.add(new Comparison(List.copyOf(inner), "", List.of(), alternative));
            return;
        }
        List<List<Token>> choices = Tokens.split(inner, "||");
        if (choices.size() > 1) {
            choices.forEach(choice -> collect(choice, true));
            return;
        }
        List<List<Token>> parts = Tokens.split(inner, "&&");
        if (parts.size() > 1) {
            parts.forEach(part -> collect(part, alternative));
            return;
        }
        if (!inner.isEmpty()) {
            comparison(inner, alternative);
        }
    }

    private void comparison(List<Token> tokens, boolean alternative) {
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth = Tokens.depth(depth, token);
            if (depth == 0 && isOperator(tokens, at)) {
                boolean negated = token.is("not") && at + 1 < tokens.size();
                String operator = negated ? "not " + tokens.get(at + 1).text() : token.text();
                List<Token> left = tokens.subList(0, at);
                if (left.isEmpty() && !comparisons.isEmpty()) {
                    // `daysLate > 7 && < 10` repeats the left side of the comparison before.
                    left = comparisons.get(comparisons.size() - 1).left();
                }
                List<Token> right = tokens.subList(at + (negated ? 2 : 1), tokens.size());
                comparisons.add(new Comparison(List.copyOf(left), operator, List.copyOf(right), alternative));
                return;
            }
        }
        comparisons.add(new Comparison(List.copyOf(tokens), "", List.of(), alternative));
    }

    private static boolean isOperator(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        if (SYMBOLS.contains(text)) {
            return true;
        }
        boolean followed = at + 1 < tokens.size() && !tokens.get(at + 1).is(".");
        return followed && at > 0 && (WORDS.contains(text) || text.equals("not"));
    }

    /** The tokens of a constraint without the name it binds. */
    public static List<Token> withoutBinding(List<Token> tokens) {
        boolean bound =
                tokens.size() > 1 && tokens.get(0).isWord() && tokens.get(1).is(":");
        return bound ? tokens.subList(2, tokens.size()) : tokens;
    }

    private static List<Token> unwrapped(List<Token> tokens) {
        List<Token> inner = tokens;
        while (inner.size() > 1
                && inner.get(0).is("(")
                && Tokens.closing(inner, 0) == inner.size() - 1
                && inner.get(inner.size() - 1).is(")")) {
            inner = withoutBinding(inner.subList(1, inner.size() - 1));
        }
        return inner;
    }
}
