package org.daylight.rulebase.exact;

/** Operators where an {@code int} may be asked for: those of two {@code int} give one, all others are {@link Wide}'s. */
public final class Exact extends Wide {
    private Exact() {}

    public static int plus(int left, int right) {
        return Math.addExact(left, right);
    }

    public static int minus(int left, int right) {
        return Math.subtractExact(left, right);
    }

    public static int times(int left, int right) {
        return Math.multiplyExact(left, right);
    }

    /** The quotient without its fraction. */
    public static int divide(int left, int right) {
        return right == -1 ? Math.negateExact(left) : left / right;
    }

    public static int remainder(int left, int right) {
        return left % right;
    }

    public static int negate(int number) {
        return Math.negateExact(number);
    }

    public static int abs(int number) {
        return number < 0 ? Math.negateExact(number) : number;
    }

    public static int max(int left, int right) {
        return Math.max(left, right);
    }

    public static int min(int left, int right) {
        return Math.min(left, right);
    }

    /** The quotient rounded down. */
    public static int floorDiv(int left, int right) {
        return right == -1 ? Math.negateExact(left) : Math.floorDiv(left, right);
    }

    public static int floorMod(int left, int right) {
        return Math.floorMod(left, right);
    }

    public static byte toByte(int number) {
        return toByte((long) number);
    }

    public static short toShort(int number) {
        return toShort((long) number);
    }

    public static char toChar(int number) {
        return toChar((long) number);
    }
}
