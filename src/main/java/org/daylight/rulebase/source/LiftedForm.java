package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.FromDescr;

/**
 * Everything that is computed in conditions, each piece made a function. The engine loses parentheses beside decimals, takes the
 * first part of a choice for all of it, and knows no types in {@code eval}; a call of a function it understands.
 */
final class LiftedForm {
    private static final Set<String> COMPUTING = Set.of("+", "-", "*", "/", "%", "?");
    private static final Set<String> NO_VALUE = Set.of("true", "false", "null", "instanceof", "new");
    /** Of a longer literal the engine, which reads it as a binary fraction, loses digits. */
    private static final int MOST_BINARY_DIGITS = 15;
    /** The name that {@code this} has as a function's parameter. */
    private static final String SELF = "self";

    private final ConditionWords words;
    private final List<TextEdit> edits;
    private final List<LiftedFunction> functions;

    LiftedForm(ConditionWords words, List<TextEdit> edits, List<LiftedFunction> functions) {
        this.words = words;
        this.edits = edits;
        this.functions = functions;
    }

    void write() {
        for (SourcePattern pattern : words.rule().patterns()) {
            for (SourceConstraint constraint : pattern.constraints()) {
                evals(constraint.tokens(), pattern.type());
                boolean binds = constraint.onlyBinds();
                constraint.comparisons().forEach(comparison -> {
                    operand(comparison.left(), new ExpressionTypes(words, pattern.type(), !binds));
                    right(comparison, new ExpressionTypes(words, pattern.type(), true));
                });
            }
            if (pattern.content().getSource() instanceof FromDescr from) {
                List<Token> code = words.file().tokens(String.valueOf(from.getDataSource()), pattern.offset());
                ExpressionTypes types =
                        new ExpressionTypes(words, "", !pattern.type().equals("Integer"));
                if (code.stream().anyMatch(LiftedForm::computes)) {
                    lift(code, types, types.of(code).map(ExpressionTypes::boxed));
                }
            }
        }
        evals(words.tokens(), "");
    }

    private void right(Comparison comparison, ExpressionTypes types) {
        List<Token> right = comparison.right();
        boolean list = comparison.operator().endsWith("in")
                && right.size() > 1
                && right.get(0).is("(");
        if (list) {
            Tokens.split(right.subList(1, right.size() - 1), ",").forEach(choice -> operand(choice, types));
        } else {
            operand(right, types);
        }
    }

    private void evals(List<Token> code, String patternType) {
        for (int at = 0; at + 1 < code.size(); at++) {
            if (code.get(at).is("eval") && code.get(at + 1).is("(")) {
                List<Token> content = code.subList(at + 2, Tokens.closing(code, at + 1));
                if (content.stream().anyMatch(token -> computes(token) || losesDigits(token))) {
                    lift(content, new ExpressionTypes(words, patternType, true), Optional.of("boolean"));
                }
            }
        }
    }

    private static boolean computes(Token token) {
        return token.kind() == Token.Kind.SYMBOL && COMPUTING.contains(token.text());
    }

    /** Lifts an operand that is computed, or what is computed in the arguments of its calls. */
    private void operand(List<Token> code, ExpressionTypes types) {
        boolean literal = isLiteral(code);
        if (literal && losesDigits(code.get(code.size() - 1))) {
            lift(code, types, types.of(code));
        }
        if (!literal && callsFunctionOnChangeable(code, types)) {
            lift(code, types, types.of(code));
            return;
        }
        if (literal || code.stream().noneMatch(LiftedForm::computes)) {
            return;
        }
        List<List<Token>> arguments = arguments(code);
        boolean onlyInArguments = code.stream().filter(LiftedForm::computes).allMatch(token -> arguments.stream()
                .anyMatch(argument -> argument.contains(token)));
        if (onlyInArguments) {
            arguments.forEach(argument -> operand(argument, types.narrow()));
        } else {
            lift(code, types, types.of(code));
        }
    }

    /** Of a call such as {@code Numbers.truncated( n, 2 )} the engine does not see that it has to follow changes of {@code n}. */
    private boolean callsFunctionOnChangeable(List<Token> code, ExpressionTypes types) {
        boolean call = code.size() > 3
                && Character.isUpperCase(code.get(0).text().charAt(0))
                && code.get(1).is(".")
                && code.get(3).is("(");
        return call && words.isDerived(types.patternType());
    }

    private static boolean losesDigits(Token token) {
        return token.kind() == Token.Kind.NUMBER
                && token.text().replaceAll("\\D", "").length() > MOST_BINARY_DIGITS;
    }

    private static boolean isLiteral(List<Token> code) {
        boolean signed = code.size() == 2 && code.get(0).is("-");
        return (signed || code.size() == 1) && code.get(code.size() - 1).kind() == Token.Kind.NUMBER;
    }

    /** The arguments of the outermost calls. */
    private static List<List<Token>> arguments(List<Token> code) {
        List<List<Token>> arguments = new ArrayList<>();
        for (int at = 1; at < code.size(); at++) {
            if (code.get(at).is("(") && code.get(at - 1).isWord()) {
                int close = Tokens.closing(code, at);
                arguments.addAll(Tokens.split(code.subList(at + 1, close), ","));
                at = close;
            }
        }
        return arguments;
    }

    private void lift(List<Token> code, ExpressionTypes types, Optional<String> result) {
        call(code, code, types, result).ifPresent(call -> edits.add(words.file().replace(code, call)));
    }

    /**
     * Makes a function of some code.
     *
     * @param written what the author wrote for it
     * @return its call; empty where a type is not known
     */
    Optional<String> call(List<Token> code, List<Token> written, ExpressionTypes types, Optional<String> result) {
        Optional<Map<String, String>> parameters = parameters(code, types);
        if (result.isEmpty() || parameters.isEmpty()) {
            return Optional.empty();
        }
        String name = "lifted_" + (functions.size() + 1);
        String declared = parameters.get().entrySet().stream()
                .map(parameter -> parameter.getValue() + " " + named(parameter.getKey()))
                .collect(Collectors.joining(", "));
        functions.add(new LiftedFunction(
                name,
                "function " + result.get() + " " + name + "( " + declared + " ) { return " + java(code, types) + "; }",
                new SourceText(
                        words.file(), Tokens.asWritten(written), written.get(0).offset())));
        return Optional.of(name + "( " + String.join(", ", parameters.get().keySet()) + " )");
    }

    private static String named(String word) {
        return word.equals("this") ? SELF : word;
    }

    /** The values that the code looks at, with their types; empty when one is not known. */
    private Optional<Map<String, String>> parameters(List<Token> code, ExpressionTypes types) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int at = 0; at < code.size(); at++) {
            if (isValue(code, at)) {
                String word = code.get(at).text();
                Optional<String> type = types.ofWord(word);
                if (type.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(word, type.get());
            }
        }
        return Optional.of(parameters);
    }

    private static boolean isValue(List<Token> code, int at) {
        Token token = code.get(at);
        boolean member = Tokens.matches(code, at - 1, ".");
        boolean called = Tokens.matches(code, at + 1, "(");
        boolean typeName = Tokens.matches(code, at + 1, ".")
                && Character.isUpperCase(token.text().charAt(0));
        return token.isWord() && !member && !called && !typeName && !NO_VALUE.contains(token.text());
    }

    /** As Java: fields of values are read by their methods, and numbers stand without a letter behind them. */
    private String java(List<Token> code, ExpressionTypes types) {
        StringBuilder java = new StringBuilder();
        for (int at = 0; at < code.size(); at++) {
            Token token = code.get(at);
            boolean property = token.isWord()
                    && Tokens.matches(code, at - 1, ".")
                    && !Tokens.matches(code, at + 1, "(")
                    && !Character.isUpperCase(token.text().charAt(0));
            String text = token.kind() == Token.Kind.NUMBER ? NumberForm.plain(token.text()) : token.text();
            java.append(
                    property ? getter(types, code.get(at - 2).text(), text) : isValue(code, at) ? named(text) : text);
            boolean joined = at + 1 < code.size()
                    && token.offset() + token.text().length()
                            == code.get(at + 1).offset();
            java.append(joined || token.is(".") ? "" : " ");
        }
        return java.toString().strip();
    }

    private String getter(ExpressionTypes types, String owner, String field) {
        boolean truth = types.ofWord(owner)
                .flatMap(type -> words.field(type, field))
                .filter(type -> type.equals("boolean"))
                .isPresent();
        return (truth ? "is" : "get") + Character.toUpperCase(field.charAt(0)) + field.substring(1) + "()";
    }
}
