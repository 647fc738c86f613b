package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What accumulations compute of each match, computed in the pattern that it comes from: the engine binds expressions of two values
 * wrongly, and sums {@code int} as {@code int}. A sum of whole numbers is one of {@code long}.
 */
final class AccumulationForm {
    private static final Set<String> ACCUMULATIONS = Set.of("accumulate", "acc", "groupby");
    private static final Set<String> FUNCTIONS = Set.of("sum", "average", "min", "max", "collectList", "collectSet");

    private final ConditionWords words;
    private final List<TextEdit> edits;
    private final LiftedForm lifted;

    private AccumulationForm(ConditionWords words, List<TextEdit> edits, LiftedForm lifted) {
        this.words = words;
        this.edits = edits;
        this.lifted = lifted;
    }

    static void write(ConditionWords words, List<TextEdit> edits, LiftedForm lifted) {
        AccumulationForm form = new AccumulationForm(words, edits, lifted);
        List<Token> tokens = words.tokens();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (ACCUMULATIONS.contains(tokens.get(at).text())
                    && tokens.get(at + 1).is("(")) {
                List<Token> content = tokens.subList(at + 2, Tokens.closing(tokens, at + 1));
                form.accumulation(content);
                if (tokens.get(at).is("groupby")) {
                    form.key(content);
                }
            }
        }
    }

    private void accumulation(List<Token> content) {
        List<List<Token>> parts = Tokens.split(content, ";");
        List<Token> source =
                parts.size() > 1 ? parts.get(0) : Tokens.split(content, ",").get(0);
        List<Token> rest = content.subList(Math.min(content.size(), source.size() + 1), content.size());
        for (int at = 0; at + 1 < rest.size(); at++) {
            boolean called =
                    FUNCTIONS.contains(rest.get(at).text()) && rest.get(at + 1).is("(");
            if (called && !Tokens.matches(rest, at - 1, ".")) {
                function(rest.get(at).text(), rest.subList(at + 2, Tokens.closing(rest, at + 1)), source);
            }
        }
    }

    /** The key of a group, for which the engine's generated Java is often none. */
    private void key(List<Token> content) {
        List<List<Token>> parts = Tokens.split(content, ";");
        if (parts.size() > 1) {
            List<Token> key = parts.get(1);
            boolean bound = Tokens.matches(key, 1, ":");
            function("", bound ? key.subList(2, key.size()) : key, parts.get(0));
        }
    }

    private void function(String name, List<Token> argument, List<Token> source) {
        boolean isSum = name.equals("sum");
        List<List<Token>> patterns = patterns(source);
        if (argument.stream().allMatch(token -> !isBound(token) || isOutside(token, patterns))) {
            if (argument.stream().anyMatch(this::isBound)) {
                behind(isSum, argument, source);
            }
            return;
        }
        boolean single = argument.size() == 1;
        if (single && !(isSum && argument.get(0).isWord())) {
            return;
        }
        for (List<Token> pattern : patterns) {
            Map<String, List<Token>> bound = bindings(pattern);
            if (argument.stream().anyMatch(token -> bound.containsKey(token.text()))) {
                boolean alone = argument.stream().allMatch(token -> bound.containsKey(token.text()) || !isBound(token));
                if (alone) {
                    moved(isSum, argument, pattern, bound);
                } else {
                    behind(isSum, argument, source);
                }
                return;
            }
        }
    }

    private boolean isBound(Token token) {
        return words.bound(token.text()).isPresent();
    }

    private static boolean isOutside(Token token, List<List<Token>> patterns) {
        return patterns.stream().noneMatch(pattern -> bindings(pattern).containsKey(token.text()));
    }

    /** Computes the argument behind the patterns, where values of several come together; a binding takes those of one only. */
    private void behind(boolean isSum, List<Token> argument, List<Token> source) {
        ExpressionTypes types = new ExpressionTypes(words, "", isSum);
        Optional<String> type = types.of(argument);
        long values = argument.stream()
                .filter(this::isBound)
                .map(Token::text)
                .distinct()
                .count();
        if (values > SourcePattern.MOST_BEHIND_FROM) {
            return;
        }
        Token last = source.get(source.size() - 1);
        lifted.call(argument, argument, types, type).ifPresent(call -> {
            String name = "$lifted_" + (edits.size() + 1);
            String computed = ExpressionTypes.boxed(type.orElseThrow()) + "() from " + call;
            edits.add(TextEdit.insert(source.get(0).offset(), "( "));
            edits.add(TextEdit.insert(last.offset() + last.text().length(), " and " + name + " : " + computed + " )"));
            edits.add(words.file().replace(argument, name));
        });
    }

    /** Computes the argument in the pattern, where nothing else is bound outside of it. */
    private void moved(boolean isSum, List<Token> argument, List<Token> pattern, Map<String, List<Token>> bound) {
        boolean isDecimal = argument.stream().anyMatch(token -> token.text().matches("\\d+(\\.\\d+)?B|\\d+\\.\\d+"));
        String type = typeName(pattern);
        if (argument.size() == 1 && !isInt(type, bound.get(argument.get(0).text()))) {
            return;
        }
        List<Token> expression = argument.stream()
                .flatMap(token -> substituted(token, bound.get(token.text())))
                .toList();
        String computed = lifted(expression, argument, new ExpressionTypes(words, type, isSum))
                .orElseGet(() -> isSum && !isDecimal
                        ? "Numbers.whole( " + SignForm.text(expression) + " )"
                        : SignForm.text(expression));
        String name = "$lifted_" + (edits.size() + 1);
        Token close = pattern.get(pattern.size() - 1);
        boolean first = pattern.get(pattern.size() - 2).is("(");
        edits.add(TextEdit.insert(close.offset(), (first ? " " : ", ") + name + " : ( " + computed + " ) "));
        edits.add(words.file().replace(argument, name));
    }

    private Optional<String> lifted(List<Token> expression, List<Token> argument, ExpressionTypes types) {
        boolean single = expression.size() == 1;
        return single ? Optional.empty() : lifted.call(expression, argument, types, types.of(expression));
    }

    private static Stream<Token> substituted(Token token, @Nullable List<Token> value) {
        if (value == null) {
            return Stream.of(new Token(token.kind(), NumberForm.plain(token.text()), token.offset()));
        }
        Token open = new Token(Token.Kind.SYMBOL, "(", token.offset());
        Token close = new Token(Token.Kind.SYMBOL, ")", token.offset());
        return value.size() == 1
                ? value.stream()
                : Stream.of(Stream.of(open), value.stream(), Stream.of(close)).flatMap(Function.identity());
    }

    private boolean isInt(String type, @Nullable List<Token> value) {
        return value != null
                && new ExpressionTypes(words, type, false)
                        .of(value)
                        .filter(found -> found.equals("int") || found.equals("Integer"))
                        .isPresent();
    }

    private static String typeName(List<Token> pattern) {
        int open = 0;
        while (!pattern.get(open).is("(")) {
            open++;
        }
        return pattern.get(open - 1).text();
    }

    /** The patterns of an accumulation's source, each from its name or type to where its parentheses close. */
    private static List<List<Token>> patterns(List<Token> source) {
        List<List<Token>> patterns = new ArrayList<>();
        for (int at = 0; at + 1 < source.size(); at++) {
            boolean type = source.get(at).isWord()
                    && Character.isUpperCase(source.get(at).text().charAt(0));
            if (type && source.get(at + 1).is("(")) {
                int close = Tokens.closing(source, at + 1);
                boolean named = at >= 2 && source.get(at - 1).is(":");
                patterns.add(source.subList(named ? at - 2 : at, close + 1));
                at = close;
            }
        }
        return patterns;
    }

    /** What each name of a pattern stands for, inside the pattern. */
    private static Map<String, List<Token>> bindings(List<Token> pattern) {
        Map<String, List<Token>> bindings = new HashMap<>();
        int open = 0;
        while (!pattern.get(open).is("(")) {
            open++;
        }
        if (open == 3) {
            bindings.put(
                    pattern.get(0).text(),
                    List.of(new Token(Token.Kind.WORD, "this", pattern.get(0).offset())));
        }
        for (List<Token> constraint : Tokens.split(pattern.subList(open + 1, pattern.size() - 1), ",")) {
            if (constraint.size() > 2 && constraint.get(1).is(":")) {
                List<Token> value = Comparisons.of(constraint).get(0).left();
                bindings.put(constraint.get(0).text(), value);
            }
        }
        return bindings;
    }
}
