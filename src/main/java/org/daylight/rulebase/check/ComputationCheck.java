package org.daylight.rulebase.check;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Nearest;
import org.daylight.vocabulary.Numbers;
import org.daylight.vocabulary.Periods;

/**
 * Checks what rules compute: the functions of {@code Numbers} and {@code Periods}, and that values of several
 * conditions meet behind {@code from}.
 */
record ComputationCheck(RuleScope scope) {
    /** The result type of each function, by class and function, under the name a condition gives it. */
    private static final Map<String, SortedMap<String, String>> FUNCTIONS =
            Map.of("Numbers", functions(Numbers.class), "Periods", functions(Periods.class));

    /** What may be bound; types and choices are written in capitals. */
    private static final Pattern NAME = Pattern.compile("(?!(?:true|false|null)$)[a-z_$][\\w$]*");

    /** What each function gives; the empty text where that depends on what it is given. */
    private static SortedMap<String, String> functions(Class<?> arithmetic) {
        SortedMap<String, String> functions = new TreeMap<>();
        for (Method method : arithmetic.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                functions.merge(
                        method.getName(),
                        MethodType.methodType(method.getReturnType())
                                .wrap()
                                .returnType()
                                .getSimpleName(),
                        (first, second) -> first.equals(second) ? first : "");
            }
        }
        return functions;
    }

    void check() {
        for (SourcePattern pattern : scope.rule().patterns()) {
            for (SourceConstraint constraint : pattern.constraints()) {
                checkFunctionNames(constraint.tokens());
                checkBindingInBinding(pattern, constraint);
            }
        }
        scope.rule().accumulations().forEach(accumulation -> checkFunctionNames(accumulation.argument()));
        checkFunctionNames(scope.rule().consequence());
        for (List<Token> code : scope.rule().code()) {
            checkFunctionNames(code);
            if (!code.isEmpty() && isFrom(code.get(0).offset())) {
                checkBindingCount(code);
                checkResultType(code);
            } else {
                checkIsAboutSomething(code);
            }
        }
    }

    private void checkFunctionNames(List<Token> code) {
        for (int at = 0; at + 2 < code.size(); at++) {
            SortedMap<String, String> known = FUNCTIONS.get(code.get(at).text());
            Token word = code.get(at + 2);
            if (known != null && code.get(at + 1).is(".") && !known.containsKey(word.text())) {
                scope.report(
                        word,
                        ProblemCode.UNKNOWN_FUNCTION,
                        "`" + code.get(at).text() + "` has no function `" + word.text() + "`",
                        Nearest.fixOrChoices(word.text(), known.keySet()));
            }
        }
    }

    /** The engine would fail on a binding within a binding, in some spellings only when the rule is first tried. */
    private void checkBindingInBinding(SourcePattern pattern, SourceConstraint constraint) {
        Token name = constraint.binding();
        if (name == null || constraint.comparisons().isEmpty()) {
            return;
        }
        List<Token> computed = constraint.comparisons().get(0).left();
        bindingsIn(computed).stream()
                .filter(word -> !isField(pattern, word))
                .findFirst()
                .ifPresent(word -> scope.report(
                        word,
                        ProblemCode.BINDING_IN_BINDING,
                        "`" + word.text() + "` is bound already and cannot be part of what `" + name.text()
                                + "` is bound to",
                        "compute it on a line of its own, such as `$sum : Long() from Numbers.within( 0, $one,"
                                + " $other )`"));
    }

    private boolean isField(SourcePattern pattern, Token word) {
        return scope.types()
                .fields(pattern.type())
                .filter(fields -> fields.containsKey(word.text()))
                .isPresent();
    }

    /** Refuses an {@code eval} of constants, which the engine would evaluate while it builds the rules. */
    private void checkIsAboutSomething(List<Token> condition) {
        boolean named = IntStream.range(0, condition.size())
                .anyMatch(at -> NAME.matcher(condition.get(at).text()).matches()
                        && !Tokens.matches(condition, at - 1, ".")
                        && !Tokens.matches(condition, at + 1, "("));
        if (condition.size() > 1 && !named) {
            scope.report(
                    condition.get(0),
                    ProblemCode.DOES_NOT_COMPILE,
                    "`" + Tokens.asWritten(condition) + "` asks about nothing that a condition before it binds",
                    "leave it out, or bind what it is about, such as `$days : days`");
        }
    }

    private void checkBindingCount(List<Token> code) {
        List<String> bound =
                bindingsIn(code).stream().map(Token::text).distinct().toList();
        if (bound.size() > SourcePattern.MOST_BEHIND_FROM) {
            scope.report(
                    code.get(0),
                    ProblemCode.TOO_MANY_BINDINGS,
                    QuotedList.of(bound) + " are more than the two bound values that may stand behind `from`",
                    "compute it in two steps, or in the consequence");
        }
    }

    /** Checks the type in `$age : Integer() from Periods.yearsBetween( … )` with nothing behind it. */
    private void checkResultType(List<Token> code) {
        String result = result(code);
        if (result.isEmpty()) {
            return;
        }
        int start = code.get(0).offset();
        String given = Tokens.asWritten(code.size() == 1 ? code : code.subList(0, 3));
        scope.rule().patterns().stream()
                .filter(pattern -> !pattern.matchesData() && pattern.offset() < start)
                .max(Comparator.comparingInt(SourcePattern::offset))
                .filter(pattern -> !Set.of(result, "Number", "Object").contains(pattern.type()))
                .ifPresent(pattern -> scope.report(
                        scope.rule().file().text().indexOf(pattern.type(), pattern.offset()),
                        ProblemCode.TYPE_MISMATCH,
                        "`" + given + "` gives `" + result + "`, not `" + pattern.type() + "`",
                        "write `" + result + "() from`"));
    }

    /** The type of what a function gives, of a number or of what is bound; empty where it is not known. */
    private String result(List<Token> code) {
        if (code.size() == 1) {
            return single(code.get(0));
        }
        boolean call = code.size() > 3 && code.get(3).is("(") && Tokens.closing(code, 3) == code.size() - 1;
        SortedMap<String, String> known = call ? FUNCTIONS.get(code.get(0).text()) : null;
        return known == null ? "" : known.getOrDefault(code.get(2).text(), "");
    }

    private String single(Token value) {
        if (value.kind() == Token.Kind.NUMBER) {
            return value.text().matches("\\d{1,9}") ? "Integer" : "";
        }
        BoundVariable bound = scope.binding(value.text());
        if (bound == null || bound.type() == null || bound.field() == null) {
            return "";
        }
        String field = bound.field();
        return scope.types()
                .fields(bound.type())
                .map(fields -> fields.get(field))
                .map(property -> switch (property.type()) {
                    case INT -> "Integer";
                    case LONG -> "Long";
                    case DECIMAL -> "BigDecimal";
                    default -> "";
                })
                .orElse("");
    }

    private boolean isFrom(int offset) {
        return scope.rule().file().text().substring(0, offset).stripTrailing().endsWith("from");
    }

    private List<Token> bindingsIn(List<Token> code) {
        return IntStream.range(0, code.size())
                .filter(at -> code.get(at).isWord() && !Tokens.matches(code, at - 1, "."))
                .mapToObj(code::get)
                .filter(word -> scope.binds(word.text()))
                .toList();
    }
}
