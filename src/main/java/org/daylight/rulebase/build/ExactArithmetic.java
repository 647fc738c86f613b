package org.daylight.rulebase.build;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.daylight.rulebase.exact.Exact;
import org.daylight.rulebase.exact.Wide;

/**
 * Puts calls of {@link Exact} and {@link Wide} in the place of operators and decimal literals. It knows no types: which of their
 * methods is meant is left to the compiler, which knows them all.
 */
@SuppressWarnings("ReferenceEquality") // Two parts that read alike are equal, but not the same.
final class ExactArithmetic {
    static final String DECIMAL = "java.math.BigDecimal";

    static final String EXACT = Exact.class.getName();
    static final String WIDE = Wide.class.getName();

    private static final Map<BinaryExpr.Operator, String> ARITHMETIC = new EnumMap<>(Map.of(
            BinaryExpr.Operator.PLUS, "plus",
            BinaryExpr.Operator.MINUS, "minus",
            BinaryExpr.Operator.MULTIPLY, "times",
            BinaryExpr.Operator.DIVIDE, "divide",
            BinaryExpr.Operator.REMAINDER, "remainder"));
    private static final Map<BinaryExpr.Operator, String> COMPARISONS = new EnumMap<>(Map.of(
            BinaryExpr.Operator.LESS, "less",
            BinaryExpr.Operator.LESS_EQUALS, "atMost",
            BinaryExpr.Operator.GREATER, "greater",
            BinaryExpr.Operator.GREATER_EQUALS, "atLeast",
            BinaryExpr.Operator.EQUALS, "same",
            BinaryExpr.Operator.NOT_EQUALS, "same"));

    /** What makes the result of {@code a += b} of the type of {@code a}. */
    private static final Map<String, String> NARROWED = Map.of(
            "int", "fit", "Integer", "fit", "long", "whole", "short", "toShort", "byte", "toByte", "char", "toChar");

    private final ExactSource source;
    private final FittingArguments fitting;
    private final ExactValues values;
    private final ExactCalls calls;

    ExactArithmetic(ExactSource source, FittingArguments fitting) {
        this.source = source;
        this.fitting = fitting;
        this.values = new ExactValues(source, fitting, this);
        this.calls = new ExactCalls(source, fitting, this, values);
    }

    String render(Node node) {
        return render(node, false);
    }

    /**
     * The text of a node, exact.
     *
     * @param wide whether a {@code long} may stand where it stands
     */
    String render(Node node, boolean wide) {
        if (node instanceof BinaryExpr binary) {
            return binary(binary, wide);
        } else if (node instanceof MethodCallExpr call) {
            return calls.of(call, wide);
        } else if (node instanceof DoubleLiteralExpr literal) {
            return WIDE + ".literal(\"" + literal.getValue().replace("_", "") + "\")";
        } else if (node instanceof IntegerLiteralExpr whole) {
            return beyondInt(whole) ? longer(whole) : source.written(whole);
        } else if (node instanceof EnclosedExpr enclosed) {
            return source.copy(enclosed, inner -> render(inner, wide));
        } else if (node instanceof ConditionalExpr choice) {
            return source.copy(choice, part -> render(part, wide && part != choice.getCondition()));
        } else if (node instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
            return negated(unary, wide);
        } else if (node instanceof AssignExpr assignment) {
            return InitStatements.isOne(assignment) ? InitStatements.of(assignment, fitting) : assignment(assignment);
        } else if (node instanceof CastExpr cast) {
            return cast(cast);
        } else if (node instanceof ObjectCreationExpr creation && makesDecimal(creation)) {
            return source.keepingLines(node, WIDE + ".decimal(" + render(creation.getArgument(0), true) + ")");
        } else if (node instanceof ObjectCreationExpr creation) {
            return source.copy(
                    creation,
                    part -> part instanceof Expression argument
                            ? values.given(fitting.place(creation, argument), argument, false)
                            : render(part, false));
        } else if (node instanceof VariableDeclarator variable
                && variable.getInitializer().isPresent()) {
            return source.copy(
                    variable,
                    part -> part == variable.getInitializer().get()
                            ? values.valueOf(variable.getType(), (Expression) part)
                            : render(part, false));
        } else if (node instanceof ReturnStmt returned
                && returned.getExpression().isPresent()) {
            return values.returned(returned);
        } else if (node instanceof YieldStmt yielded) {
            return source.copy(yielded, value -> values.valueOf(LocalTypes.ofChoice(yielded), (Expression) value));
        }
        return declared(node);
    }

    private String declared(Node node) {
        if (node instanceof AnnotationExpr) {
            return source.written(node);
        }
        if (node instanceof SwitchEntry entry) {
            return source.copy(
                    entry, part -> entry.getLabels().contains(part) ? source.written(part) : render(part, false));
        }
        if (node instanceof ClassOrInterfaceDeclaration type && isFact(type)) {
            return source.copy(
                    type,
                    member -> member instanceof FieldDeclaration ? render(member, false) : source.written(member));
        }
        return source.copy(node, child -> render(child, false));
    }

    /** The types that a scheme declares: all but their fields' initial values is generated. */
    private static boolean isFact(ClassOrInterfaceDeclaration type) {
        return type.getImplementedTypes().stream()
                .anyMatch(implemented -> implemented.getNameAsString().equals("GeneratedFact"));
    }

    private String binary(BinaryExpr binary, boolean wide) {
        String arithmetic = ARITHMETIC.get(binary.getOperator());
        if (arithmetic != null && !isText(binary)) {
            return operation((wide ? WIDE : EXACT) + "." + arithmetic, binary, wide);
        }
        if (binary.getRight() instanceof UnaryExpr negation && isMatchOfKnown(binary, negation)) {
            return "!(" + render(binary.getLeft()) + " && " + render(negation.getExpression()) + ")";
        }
        String comparison = COMPARISONS.get(binary.getOperator());
        boolean withNull = binary.getLeft() instanceof NullLiteralExpr || binary.getRight() instanceof NullLiteralExpr;
        return comparison == null || withNull
                ? source.copy(binary, side -> render(side, false))
                : operation(not(binary) + WIDE + "." + comparison, binary, true);
    }

    /** Whether it is the engine's {@code not matches}, which alone of all negations would not hold of what is absent. */
    private static boolean isMatchOfKnown(BinaryExpr binary, UnaryExpr negation) {
        return binary.getOperator() == BinaryExpr.Operator.AND
                && negation.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
                && binary.getLeft().toString().endsWith("!= null")
                && negation.getExpression().toString().startsWith("regexp_");
    }

    private static String not(BinaryExpr comparison) {
        return comparison.getOperator() == BinaryExpr.Operator.NOT_EQUALS ? "!" : "";
    }

    private String operation(String method, BinaryExpr binary, boolean wide) {
        // What is the same may be of any kind.
        Function<Expression, String> side =
                method.endsWith(".same") ? any -> render(any, wide) : any -> operand(any, wide);
        String call = method + "(" + side.apply(binary.getLeft()) + ", " + side.apply(binary.getRight()) + ")";
        return source.keepingLines(binary, call);
    }

    /** A choice between a whole number and a decimal is a decimal. */
    private String operand(Expression operand, boolean wide) {
        return unwrapped(operand) instanceof ConditionalExpr
                ? WIDE + ".number(" + render(operand, wide) + ")"
                : render(operand, wide);
    }

    private static Expression unwrapped(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? unwrapped(enclosed.getInner()) : expression;
    }

    static boolean isArithmetic(BinaryExpr binary) {
        return ARITHMETIC.containsKey(binary.getOperator()) && !isText(binary);
    }

    /** A concatenation with a literal says of itself that it is one; of others the compiler finds out. */
    private static boolean isText(BinaryExpr sum) {
        return sum.getOperator() == BinaryExpr.Operator.PLUS && (isText(sum.getLeft()) || isText(sum.getRight()));
    }

    private static boolean isText(Expression operand) {
        return operand instanceof StringLiteralExpr
                || (operand instanceof BinaryExpr inner && isText(inner))
                || (operand instanceof EnclosedExpr enclosed && isText(enclosed.getInner()));
    }

    /** Whether the literal, with a minus before it, is an {@code int}. */
    private static boolean fits(IntegerLiteralExpr literal) {
        return !beyondInt(literal) || literal.getValue().equals("2147483648");
    }

    private static String longer(IntegerLiteralExpr literal) {
        String digits = literal.getValue().replace("_", "");
        return new BigInteger(digits).bitLength() > 63 ? WIDE + ".literal(\"" + digits + "\")" : digits + "L";
    }

    static boolean beyondInt(IntegerLiteralExpr literal) {
        String digits = literal.getValue().replace("_", "");
        return digits.matches("[1-9]\\d*") && digits.length() >= 10 && new BigInteger(digits).bitLength() > 31;
    }

    private String negated(UnaryExpr unary, boolean wide) {
        Expression operand = unary.getExpression();
        if (operand instanceof LongLiteralExpr || (operand instanceof IntegerLiteralExpr whole && fits(whole))) {
            return source.written(unary);
        } else if (operand instanceof IntegerLiteralExpr || operand instanceof DoubleLiteralExpr) {
            String literal = render(operand, false);
            return literal.startsWith(WIDE) ? literal.replace("(\"", "(\"-") : "-" + literal;
        }
        return source.keepingLines(unary, (wide ? WIDE : EXACT) + ".negate(" + render(operand, wide) + ")");
    }

    /** Spells out {@code a += b} where {@code a} can be said twice; elsewhere the woven operators are exact too. */
    private String assignment(AssignExpr assignment) {
        Type type = LocalTypes.of(assignment.getTarget());
        if (assignment.getOperator() == AssignExpr.Operator.ASSIGN) {
            return source.copy(
                    assignment,
                    part -> part == assignment.getValue() ? values.valueOf(type, assignment.getValue()) : render(part));
        }
        String method =
                assignment.getOperator().toBinaryOperator().map(ARITHMETIC::get).orElse(null);
        if (method == null || !(assignment.getTarget() instanceof NameExpr)) {
            return source.copy(assignment, part -> render(part, false));
        }
        String target = source.written(assignment.getTarget());
        String narrowed = NARROWED.getOrDefault(type.asString(), "");
        boolean wide = !narrowed.isEmpty();
        String sum =
                (wide ? WIDE : EXACT) + "." + method + "(" + target + ", " + operand(assignment.getValue(), wide) + ")";
        return source.keepingLines(assignment, target + " = " + (wide ? WIDE + "." + narrowed + "(" + sum + ")" : sum));
    }

    private String cast(CastExpr cast) {
        String converter =
                switch (cast.getType().asString()) {
                    case "int" -> "toInt";
                    case "long" -> "toLong";
                    case "byte" -> "toByte";
                    case "short" -> "toShort";
                    case "char" -> "toChar";
                    case DECIMAL -> "decimal";
                    default -> null;
                };
        return converter == null
                ? source.copy(cast, part -> render(part, false))
                : source.keepingLines(cast, WIDE + "." + converter + "(" + render(cast.getExpression(), true) + ")");
    }

    private static boolean makesDecimal(ObjectCreationExpr creation) {
        return creation.getType().getNameAsString().equals("BigDecimal")
                && creation.getArguments().size() == 1
                && !(creation.getArgument(0) instanceof StringLiteralExpr);
    }
}
