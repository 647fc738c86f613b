package org.daylight.rulebase.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;

/**
 * An arithmetic expression with its value by the rules of the guide, worked out with {@link BigInteger} and {@link BigDecimal}
 * alone.
 */
record RandomExpression(String text, Kind kind, Value value) {
    enum Kind {
        INT,
        LONG,
        DECIMAL
    }

    /** The values of the fields that expressions name. */
    record Figures(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal o) {}

    /** Works out a value from those of the fields. */
    interface Value {
        /**
         * The value, with the fraction that it has.
         *
         * @throws ArithmeticException where a whole number leaves its range, or something is divided by nothing
         */
        BigDecimal of(Figures figures, boolean wide);
    }

    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%");
    private static final long[] WHOLES = {
        0, 1, 2, 3, 7, 10, 100, 999, 65_536, 2_147_483_647L, 2_147_483_648L, 3_000_000_000L
    };
    private static final String[] DECIMALS = {"0.1", "0.43", "1.1", "2.5", "0.001", "99.99", "1000000.5", "3.0"};

    static RandomExpression random(Random random, int depth) {
        int form = random.nextInt(depth == 0 ? 2 : 6);
        return switch (form) {
            case 0 -> field(random);
            case 1 -> literal(random);
            case 2 -> negated(random(random, depth - 1));
            default ->
                operation(
                        random(random, depth - 1),
                        OPERATORS.get(random.nextInt(OPERATORS.size())),
                        random(random, depth - 1));
        };
    }

    private static RandomExpression field(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new RandomExpression("a", Kind.INT, (figures, wide) -> figures.a());
            case 1 -> new RandomExpression("b", Kind.LONG, (figures, wide) -> figures.b());
            case 2 -> new RandomExpression("c", Kind.DECIMAL, (figures, wide) -> figures.c());
            default -> new RandomExpression("o", Kind.INT, (figures, wide) -> figures.o());
        };
    }

    private static RandomExpression literal(Random random) {
        if (random.nextBoolean()) {
            String digits = DECIMALS[random.nextInt(DECIMALS.length)];
            return new RandomExpression(digits, Kind.DECIMAL, (figures, wide) -> new BigDecimal(digits));
        }
        long whole = WHOLES[random.nextInt(WHOLES.length)];
        Kind kind = whole > Integer.MAX_VALUE ? Kind.LONG : Kind.INT;
        return new RandomExpression(String.valueOf(whole), kind, (figures, wide) -> BigDecimal.valueOf(whole));
    }

    /** Signs before parentheses are no part of the rule language's grammar everywhere. */
    private static RandomExpression negated(RandomExpression inner) {
        return new RandomExpression(
                inner.text.length() == 1 ? "-" + inner.text : "( 0 - " + inner.text + " )",
                inner.kind,
                (figures, wide) -> fit(inner.value.of(figures, wide).negate(), inner.kind, wide));
    }

    private static RandomExpression operation(RandomExpression left, String operator, RandomExpression right) {
        Kind kind = left.kind.compareTo(right.kind) < 0 ? right.kind : left.kind;
        return new RandomExpression(
                "( " + left.text + " " + operator + " " + right.text + " )",
                kind,
                (figures, wide) -> fit(
                        result(left.value.of(figures, wide), operator, right.value.of(figures, wide), kind),
                        kind,
                        wide));
    }

    private static BigDecimal result(BigDecimal left, String operator, BigDecimal right, Kind kind) {
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            case "/" ->
                kind == Kind.DECIMAL
                        ? left.divide(right, MathContext.DECIMAL128)
                        : new BigDecimal(left.toBigIntegerExact().divide(right.toBigIntegerExact()));
            default -> left.remainder(right);
        };
    }

    private static BigDecimal fit(BigDecimal value, Kind kind, boolean wide) {
        if (kind != Kind.DECIMAL) {
            int bits = kind == Kind.INT && !wide ? 31 : 63;
            if (value.toBigIntegerExact().bitLength() > bits) {
                throw new ArithmeticException("beyond its range");
            }
        } else if (value.precision() > 100 || Math.abs(value.scale()) > 100) {
            throw new ArithmeticException("too many digits");
        }
        return value;
    }
}
