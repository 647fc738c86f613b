package org.daylight.rulebase.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.rulebase.exact.Wide;

/**
 * Methods that stand in for those of the Java library whose cost depends on their arguments. Each public one stands in for the
 * method of its name of its first parameter's type; {@link MethodSubstitutions} finds them here.
 */
public final class MeteredMethods {
    private static final int LONGEST_EXPRESSION = 1_000;
    /** A longer one could need a deeper stack than every machine has. */
    private static final int LONGEST_MATCHED = 2_000;

    private MeteredMethods() {}

    public static boolean matches(String text, String expression) {
        return compiled(text, expression).matches();
    }

    /** Makes a matcher that pays for every letter it looks at. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        limit(text.length(), LONGEST_MATCHED, "matched a text");
        return pattern.matcher(new MeteredCharSequence(text));
    }

    private static Matcher compiled(String text, String expression) {
        limit(expression.length(), LONGEST_EXPRESSION, "used a regular expression");
        return matcher(Pattern.compile(expression), text);
    }

    private static void limit(int letters, int most, String action) {
        if (letters > most) {
            throw Meter.refuse(action + " of more than " + most + " letters");
        }
    }

    public static String replaceAll(String text, String expression, String replacement) {
        growth(text, replacement);
        return compiled(text, expression).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String expression, String replacement) {
        return compiled(text, expression).replaceFirst(replacement);
    }

    public static String replace(String text, CharSequence target, CharSequence replacement) {
        growth(text, replacement);
        return text.replace(target, replacement);
    }

    /** At worst the replacement comes before, after and in place of every letter. */
    private static void growth(String text, CharSequence replacement) {
        Meter.letters((text.length() + 1L) * Math.max(1, replacement.length()));
    }

    public static String repeat(String text, int times) {
        Meter.letters((long) text.length() * Math.max(0, times));
        return text.repeat(times);
    }

    /** In the root locale, so that the machine's own does not decide. */
    public static String toLowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toUpperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static boolean contains(String text, CharSequence part) {
        search(text, part);
        return text.contains(part);
    }

    public static int indexOf(String text, String part) {
        search(text, part);
        return text.indexOf(part);
    }

    public static int lastIndexOf(String text, String part) {
        search(text, part);
        return text.lastIndexOf(part);
    }

    /** At worst every letter is compared with every other. */
    private static void search(String text, CharSequence part) {
        Meter.steps((long) text.length() * part.length() / Meter.LETTERS_A_STEP);
    }

    public static <T> boolean addAll(Collection<T> to, Collection<? extends T> from) {
        Meter.elements((long) to.size() + from.size());
        return to.addAll(new ArrayList<>(from));
    }

    public static <K, V> void putAll(Map<K, V> to, Map<? extends K, ? extends V> from) {
        Meter.elements((long) to.size() + from.size());
        to.putAll(from);
    }

    public static boolean containsAll(Collection<?> all, Collection<?> wanted) {
        Meter.steps((long) all.size() * wanted.size() / Meter.ELEMENTS_A_STEP);
        return all.containsAll(wanted);
    }

    /** A copy: views of views of a list could be stacked without end. */
    public static <T> List<T> subList(List<T> list, int from, int to) {
        List<T> part = new ArrayList<>(list.subList(from, to));
        WorkCost.charge(part);
        return part;
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        Meter.scale(scale);
        return number.setScale(scale, rounding);
    }

    public static BigDecimal setScale(BigDecimal number, int scale) {
        Meter.scale(scale);
        return number.setScale(scale);
    }

    public static BigDecimal divide(BigDecimal number, BigDecimal by, int scale, RoundingMode rounding) {
        Meter.scale(scale);
        return number.divide(by, scale, rounding);
    }

    public static int intValue(Long number) {
        return Wide.toInt(number);
    }

    public static int intValue(Number number) {
        return Wide.toInt(number);
    }

    public static int intValue(BigDecimal number) {
        return Wide.toInt(number);
    }

    public static long longValue(Number number) {
        return Wide.toLong(number);
    }

    public static long longValue(BigDecimal number) {
        return Wide.toLong(number);
    }
}
