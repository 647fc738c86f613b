package org.daylight.rulebase.build;

import static org.daylight.rulebase.build.ExactArithmetic.DECIMAL;
import static org.daylight.rulebase.build.ExactArithmetic.WIDE;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/** Values on their way to where a type is declared: variables, results and arguments. */
@SuppressWarnings("ReferenceEquality") // Two parts that read alike are equal, but not the same.
record ExactValues(ExactSource source, FittingArguments fitting, ExactArithmetic exact) {
    String returned(ReturnStmt statement) {
        Expression value = statement.getExpression().orElseThrow();
        return source.copy(
                statement,
                part -> part == value ? valueOf(LocalTypes.ofResult(statement), value) : exact.render(part, false));
    }

    /** A value on its way into a known type: its steps are wide, and only the result has to fit. */
    String valueOf(Type type, Expression value) {
        if (value instanceof EnclosedExpr enclosed) {
            return source.copy(enclosed, inner -> valueOf(type, (Expression) inner));
        } else if (value instanceof ConditionalExpr choice) {
            return source.copy(
                    choice,
                    side -> side == choice.getCondition()
                            ? exact.render(side, false)
                            : valueOf(type, (Expression) side));
        } else if (value instanceof ArrayInitializerExpr elements) {
            return source.copy(elements, element -> valueOf(LocalTypes.ofElement(type), (Expression) element));
        } else if (value instanceof ArrayCreationExpr array
                && array.getInitializer().isPresent()) {
            return source.copy(
                    array,
                    part -> part instanceof ArrayInitializerExpr elements
                            ? valueOf(array.createdType(), elements)
                            : exact.render(part));
        } else if (value instanceof SwitchExpr choices) {
            return source.copy(
                    choices, part -> part instanceof SwitchEntry entry ? chosen(type, entry) : exact.render(part));
        }
        boolean named = value instanceof NameExpr name
                && !name.getNameAsString().startsWith("_")
                && type.asString().matches("int|(java\\.math\\.)?BigDecimal");
        boolean fits = value instanceof IntegerLiteralExpr whole
                && !ExactArithmetic.beyondInt(whole)
                && type.isPrimitiveType();
        if (fits || !(named || computes(value) || isOfKnownWidth(value))) {
            return exact.render(value, false);
        }
        return switch (type.asString()) {
            case "int", "Integer", "java.lang.Integer" -> WIDE + ".fit(" + exact.render(value, true) + ")";
            case "BigDecimal", DECIMAL -> WIDE + ".decimal(" + exact.render(value, true) + ")";
            case "long", "Long", "java.lang.Long" -> WIDE + ".whole(" + exact.render(value, true) + ")";
            default -> exact.render(value, false);
        };
    }

    /** An arm of a {@code switch} that gives a value. */
    private String chosen(Type type, SwitchEntry entry) {
        boolean arrow = entry.getType() == SwitchEntry.Type.EXPRESSION;
        return source.copy(entry, part -> {
            if (entry.getLabels().contains(part)) {
                return source.written(part);
            }
            return arrow && part instanceof ExpressionStmt given
                    ? source.copy(given, value -> valueOf(type, (Expression) value))
                    : exact.render(part);
        });
    }

    /** Calls of functions whose results are wider than Java's of the same name, and of a scheme's own. */
    private boolean isOfKnownWidth(Expression value) {
        return value instanceof MethodCallExpr call
                && (ExactCalls.isOfMath(call)
                        || (call.getScope().isEmpty() && fitting.parameters().containsKey(call.getNameAsString())));
    }

    private static boolean computes(Expression value) {
        if (value instanceof EnclosedExpr enclosed) {
            return computes(enclosed.getInner());
        }
        return value instanceof IntegerLiteralExpr
                || (value instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS)
                || (value instanceof BinaryExpr binary && ExactArithmetic.isArithmetic(binary));
    }

    /** An argument on its way to where a type is known. */
    String given(Optional<String> place, Expression argument, boolean wide) {
        return switch (place.orElse("")) {
            case "int", "Integer" -> fitted(argument);
            case "long", "Long" -> converted("whole", argument);
            case "BigDecimal", DECIMAL -> converted("decimal", argument);
            default -> exact.render(argument, wide);
        };
    }

    private String converted(String method, Expression argument) {
        boolean literal = argument.isNullLiteralExpr() || argument.isStringLiteralExpr();
        return literal ? exact.render(argument, false) : WIDE + "." + method + "(" + exact.render(argument, true) + ")";
    }

    /** An argument where an {@code int} is taken: a number that may be longer has to fit. */
    private String fitted(Expression argument) {
        boolean number = argument instanceof NameExpr || argument instanceof MethodCallExpr || computes(argument);
        return number ? WIDE + ".fit(" + exact.render(argument, true) + ")" : exact.render(argument, false);
    }
}
