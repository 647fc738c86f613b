package org.daylight.rulebase.build;

import static org.daylight.rulebase.build.ExactArithmetic.EXACT;
import static org.daylight.rulebase.build.ExactArithmetic.WIDE;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of methods that compute or compare, and the arguments of all others. */
record ExactCalls(ExactSource source, FittingArguments fitting, ExactArithmetic exact, ExactValues values) {
    /** What the engine writes for operators beside a decimal, always with a context. */
    private static final Map<String, String> OF_DECIMALS = Map.of(
            "add", "plus", "subtract", "minus", "multiply", "times", "divide", "divide", "remainder", "remainder");

    private static final Set<String> OF_MATH =
            Set.of("abs", "max", "min", "round", "floor", "ceil", "floorDiv", "floorMod");
    private static final Set<String> BINARY_VALUES = Set.of("doubleValue", "floatValue");
    /** Verbs, functions and operators that take whole numbers of any size. */
    private static final Set<String> TAKES_ANY = Set.of("score", "decision", "Numbers", "EvaluationUtil");

    String of(MethodCallExpr call, boolean isWide) {
        List<Expression> arguments = call.getArguments();
        String name = call.getNameAsString();
        String scope = call.getScope().map(Expression::toString).orElse("");
        boolean onValue = call.getScope().isPresent();
        if (arguments.size() == 2 && OF_DECIMALS.containsKey(name) && isContext(arguments.get(1))) {
            return called(
                    call,
                    WIDE + "." + OF_DECIMALS.get(name),
                    List.of(call.getScope().orElseThrow(), arguments.get(0)));
        }
        if (isOfMath(call)) {
            return called(call, (isWide ? WIDE : EXACT) + "." + name, arguments);
        }
        if (onValue && arguments.isEmpty() && BINARY_VALUES.contains(name)) {
            return called(call, WIDE + ".decimal", List.of(call.getScope().orElseThrow()));
        }
        if (onValue && arguments.size() == 1 && name.equals("equals")) {
            return called(call, WIDE + ".equal", List.of(call.getScope().orElseThrow(), arguments.get(0)));
        }
        if (name.equals("expr") && arguments.stream().anyMatch(ExactCalls::missesEqualNumbers)) {
            return withoutIndex(call);
        }
        String on = scope.substring(scope.lastIndexOf('.') + 1);
        boolean wide = on.equals("D") ? name.equals("eval") : TAKES_ANY.contains(on) && !name.equals("decimal");
        return source.copy(
                call,
                part -> part instanceof Expression argument && arguments.contains(argument)
                        ? values.given(fitting.place(call, argument), argument, wide)
                        : exact.render(part, false));
    }

    private static boolean isContext(Expression argument) {
        return argument.toString().endsWith("MathContext.DECIMAL128");
    }

    private String called(MethodCallExpr call, String method, List<Expression> arguments) {
        boolean wide = method.startsWith(WIDE);
        String rendered = arguments.stream()
                .map(argument -> exact.render(argument, wide))
                .collect(Collectors.joining(", ", method + "(", ")"));
        return source.keepingLines(call, rendered);
    }

    /** Whether it is an index that would miss decimals of other digits, or numbers that its type cannot hold. */
    private static boolean missesEqualNumbers(Expression argument) {
        return argument instanceof MethodCallExpr index
                && index.getNameAsString().endsWith("IndexedBy")
                && (isIndexOfEqualDecimals(index)
                        || !index.findAll(IntegerLiteralExpr.class, ExactArithmetic::beyondInt)
                                .isEmpty());
    }

    private static boolean isIndexOfEqualDecimals(MethodCallExpr index) {
        return index.getArgument(0).toString().endsWith("BigDecimal.class")
                && index.getArgument(1).toString().endsWith("EQUAL");
    }

    private String withoutIndex(MethodCallExpr call) {
        String arguments = call.getArguments().stream()
                .filter(argument -> !missesEqualNumbers(argument))
                .map(argument -> exact.render(argument, false))
                .collect(Collectors.joining(", ", "expr(", ")"));
        return source.keepingLines(
                call,
                call.getScope().map(scope -> exact.render(scope, false) + ".").orElse("") + arguments);
    }

    static boolean isOfMath(MethodCallExpr call) {
        String scope = call.getScope().map(Expression::toString).orElse("");
        return OF_MATH.contains(call.getNameAsString()) && (scope.equals("Math") || scope.equals("java.lang.Math"));
    }
}
