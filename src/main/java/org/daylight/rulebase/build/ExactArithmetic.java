package org.daylight.rulebase.build;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
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
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.rulebase.exact.Exact;
import org.daylight.rulebase.exact.Wide;

/**
 * Puts calls of {@link Exact} and {@link Wide} in the place of operators and decimal literals. It knows no types: which of their
 * methods is meant is left to the compiler, which knows them all.
 */
final class ExactArithmetic {
    static final String DECIMAL = "java.math.BigDecimal";

    private static final String EXACT = Exact.class.getName();
    private static final String WIDE = Wide.class.getName();

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

    /** What the engine writes for operators beside a decimal, always with a context. */
    private static final Map<String, String> OF_DECIMALS = Map.of(
            "add", "plus", "subtract", "minus", "multiply", "times", "divide", "divide", "remainder", "remainder");

    private static final Set<String> OF_MATH =
            Set.of("abs", "max", "min", "round", "floor", "ceil", "floorDiv", "floorMod");
    private static final Set<String> BINARY_VALUES = Set.of("doubleValue", "floatValue");
    /** Verbs, functions and operators that take whole numbers of any size. */
    private static final Set<String> TAKES_ANY = Set.of("score", "decision", "Numbers", "EvaluationUtil");

    private final ExactSource source;
    private final FittingArguments fitting;

    ExactArithmetic(ExactSource source, FittingArguments fitting) {
        this.source = source;
        this.fitting = fitting;
    }

    String render(Node node) {
        return render(node, false);
    }

    /**
     * The text of a node, exact.
     *
     * @param wide whether a {@code long} may stand where it stands
     */
    private String render(Node node, boolean wide) {
        if (node instanceof BinaryExpr binary) {
            return binary(binary, wide);
        } else if (node instanceof MethodCallExpr call) {
            return call(call);
        } else if (node instanceof DoubleLiteralExpr literal) {
            return WIDE + ".literal(\"" + literal.getValue().replace("_", "") + "\")";
        } else if (node instanceof IntegerLiteralExpr whole) {
            return beyondInt(whole) ? longer(whole) : source.written(whole);
        } else if (node instanceof EnclosedExpr enclosed) {
            return source.copy(enclosed, inner -> render(inner, wide));
        } else if (node instanceof ConditionalExpr choice) {
            return source.copy(choice, part -> render(part, wide && !part.equals(choice.getCondition())));
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
                    part -> part instanceof Expression argument && fitting.takesInt(creation, argument)
                            ? fitted(argument)
                            : render(part, false));
        } else if (node instanceof VariableDeclarator variable
                && variable.getInitializer().isPresent()) {
            return source.copy(
                    variable,
                    part -> valueOf(
                            variable.getType(), part, variable.getInitializer().get()));
        } else if (node instanceof ReturnStmt returned
                && returned.getExpression().isPresent()) {
            return returned(returned);
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
        String call = method + "(" + render(binary.getLeft(), wide) + ", " + render(binary.getRight(), wide) + ")";
        return source.keepingLines(binary, call);
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

    private static boolean beyondInt(IntegerLiteralExpr literal) {
        String digits = literal.getValue().replace("_", "");
        return digits.matches("[1-9]\\d*") && digits.length() >= 10 && new BigInteger(digits).bitLength() > 31;
    }

    private String negated(UnaryExpr unary, boolean wide) {
        Expression operand = unary.getExpression();
        if (operand instanceof LongLiteralExpr || (operand instanceof IntegerLiteralExpr whole && fits(whole))) {
            return source.written(unary);
        }
        return source.keepingLines(unary, (wide ? WIDE : EXACT) + ".negate(" + render(operand, wide) + ")");
    }

    /** Spells out {@code a += b} where {@code a} can be said twice; elsewhere the woven operators are exact too. */
    private String assignment(AssignExpr assignment) {
        String method =
                assignment.getOperator().toBinaryOperator().map(ARITHMETIC::get).orElse(null);
        if (method == null || !(assignment.getTarget() instanceof NameExpr)) {
            return source.copy(assignment, part -> render(part, false));
        }
        String target = source.written(assignment.getTarget());
        String sum = EXACT + "." + method + "(" + target + ", " + render(assignment.getValue(), false) + ")";
        return source.keepingLines(assignment, target + " = " + sum);
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

    private String returned(ReturnStmt statement) {
        Expression value = statement.getExpression().orElseThrow();
        return source.copy(statement, part -> valueOf(resultType(statement), part, value));
    }

    private static Type resultType(Node statement) {
        Node within = statement;
        while (!(within instanceof MethodDeclaration) && !(within instanceof LambdaExpr) && within.hasParentNode()) {
            within = within.getParentNode().orElseThrow();
        }
        return within instanceof MethodDeclaration method ? method.getType() : new UnknownType();
    }

    /** A value on its way into a known type: its steps are wide, and only the result has to fit. */
    private String valueOf(Type type, Node part, Expression value) {
        if (part.equals(value) && value instanceof ConditionalExpr choice) {
            return source.copy(
                    choice,
                    side -> side.equals(choice.getCondition())
                            ? render(side, false)
                            : valueOf(type, side, (Expression) side));
        }
        boolean named = value instanceof NameExpr name
                && !name.getNameAsString().startsWith("_")
                && type.asString().matches("int|(java\\.math\\.)?BigDecimal");
        boolean fits = value instanceof IntegerLiteralExpr whole && !beyondInt(whole) && type.isPrimitiveType();
        if (!part.equals(value) || fits || !(named || computes(value))) {
            return render(part, false);
        }
        return switch (type.asString()) {
            case "int", "Integer", "java.lang.Integer" -> WIDE + ".fit(" + render(part, true) + ")";
            case "BigDecimal", DECIMAL -> WIDE + ".decimal(" + render(part, true) + ")";
            case "long", "Long", "java.lang.Long" -> render(part, true);
            default -> render(part, false);
        };
    }

    private static boolean computes(Expression value) {
        if (value instanceof EnclosedExpr enclosed) {
            return computes(enclosed.getInner());
        }
        return value instanceof IntegerLiteralExpr
                || (value instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS)
                || (value instanceof BinaryExpr binary
                        && ARITHMETIC.containsKey(binary.getOperator())
                        && !isText(binary));
    }

    private String call(MethodCallExpr call) {
        List<Expression> arguments = call.getArguments();
        String name = call.getNameAsString();
        String scope = call.getScope().map(Expression::toString).orElse("");
        boolean onValue = call.getScope().isPresent();
        if (arguments.size() == 2 && OF_DECIMALS.containsKey(name) && isContext(arguments.get(1))) {
            return exact(
                    call,
                    WIDE + "." + OF_DECIMALS.get(name),
                    List.of(call.getScope().orElseThrow(), arguments.get(0)));
        }
        if (OF_MATH.contains(name) && (scope.equals("Math") || scope.equals("java.lang.Math"))) {
            return exact(call, EXACT + "." + name, arguments);
        }
        if (onValue && arguments.isEmpty() && BINARY_VALUES.contains(name)) {
            return exact(call, WIDE + ".decimal", List.of(call.getScope().orElseThrow()));
        }
        if (onValue && arguments.size() == 1 && name.equals("equals")) {
            return exact(call, WIDE + ".equal", List.of(call.getScope().orElseThrow(), arguments.get(0)));
        }
        if (name.equals("expr") && arguments.stream().anyMatch(ExactArithmetic::missesEqualNumbers)) {
            return withoutIndex(call);
        }
        String on = scope.substring(scope.lastIndexOf('.') + 1);
        boolean wide = on.equals("D") ? name.equals("eval") : TAKES_ANY.contains(on) && !name.equals("decimal");
        return source.copy(
                call,
                part -> part instanceof Expression argument && fitting.takesInt(call, argument)
                        ? fitted(argument)
                        : part instanceof Expression argument
                                        && fitting.ofQuery(call, argument).isPresent()
                                ? asked(
                                        argument,
                                        fitting.ofQuery(call, argument).get())
                                : render(part, wide && arguments.contains(part)));
    }

    /** A whole number that is given to a query, as the kind of number that the query takes. */
    private String asked(Expression argument, String type) {
        boolean whole = argument instanceof MethodCallExpr value
                && value.getNameAsString().equals("valueOf")
                && value.getArgument(0).toString().matches("-?\\d+");
        return switch (whole ? type : "") {
            case "long", "Long" -> argument.toString().replace(")", "L)");
            case "BigDecimal" ->
                argument.toString().replace("(", "(" + WIDE + ".literal(\"").replace(")", "\"))");
            default -> render(argument, false);
        };
    }

    /** An argument where an {@code int} is taken: a number that may be longer has to fit. */
    private String fitted(Expression argument) {
        boolean number = argument instanceof NameExpr || argument instanceof MethodCallExpr || computes(argument);
        return number ? WIDE + ".fit(" + render(argument, true) + ")" : render(argument, false);
    }

    private static boolean isContext(Expression argument) {
        return argument.toString().endsWith("MathContext.DECIMAL128");
    }

    private String exact(MethodCallExpr call, String method, List<Expression> arguments) {
        boolean wide = method.startsWith(WIDE);
        String rendered = arguments.stream()
                .map(argument -> render(argument, wide))
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
                .map(argument -> render(argument, false))
                .collect(Collectors.joining(", ", "expr(", ")"));
        return source.keepingLines(
                call, call.getScope().map(scope -> render(scope, false) + ".").orElse("") + arguments);
    }
}
