package org.daylight.rulebase.sandbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.exact.Wide;

/**
 * Methods that stand in for those of the Java library whose cost depends on their arguments. Each public one stands in for the
 * method of its name of its first parameter's type; {@link MethodSubstitutions} finds them here.
 */
public final class MeteredMethods {
    private MeteredMethods() {}

    public static boolean matches(String text, String expression) {
        return matcher(text, expression).matches();
    }

    /** Makes a matcher that pays for every letter it looks at. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return LinearExpression.matcher(pattern, text);
    }

    private static Matcher matcher(String text, String expression) {
        return Meter.expression(expression).matcher(text);
    }

    public static String replaceAll(String text, String expression, String replacement) {
        return replaced(text, matcher(text, expression), replacement, Integer.MAX_VALUE);
    }

    public static String replaceFirst(String text, String expression, String replacement) {
        return replaced(text, matcher(text, expression), replacement, 1);
    }

    private static String replaced(String text, Matcher matcher, String replacement, int most) {
        long groups = replacement.chars().filter(letter -> letter == '$').count();
        StringBuilder made = new StringBuilder();
        for (int times = 0; times < most && matcher.find(); times++) {
            Meter.letters(replacement.length() + groups * (matcher.end() - matcher.start()));
            int before = made.length();
            matcher.appendReplacement(made, replacement);
            Meter.text(made.length(), made.length() - before);
        }
        Meter.letters((long) made.length() + text.length());
        return matcher.appendTail(made).toString();
    }

    public static String replace(String text, CharSequence target, CharSequence replacement) {
        WorkCost.chargeSearch(text, target);
        long times = occurrences(text, target.toString());
        Meter.letters(text.length() + times * Math.max(0, replacement.length() - target.length()));
        return text.replace(target, replacement);
    }

    private static long occurrences(String text, String part) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long times = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            times++;
        }
        return times;
    }

    public static String repeat(String text, int times) {
        Meter.letters((long) text.length() * Math.max(0, times));
        return text.repeat(times);
    }

    /** In the root locale, so that the machine's own does not decide. */
    public static String toLowerCase(String text) {
        Meter.letters(text.length());
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toUpperCase(String text) {
        Meter.letters(text.length());
        return text.toUpperCase(Locale.ROOT);
    }

    public static boolean contains(String text, CharSequence part) {
        WorkCost.chargeSearch(text, part);
        return text.contains(part);
    }

    public static int indexOf(String text, String part) {
        WorkCost.chargeSearch(text, part);
        return text.indexOf(part);
    }

    public static int indexOf(String text, String part, int from) {
        WorkCost.chargeSearch(text, part);
        return text.indexOf(part, from);
    }

    public static int lastIndexOf(String text, String part) {
        WorkCost.chargeSearch(text, part);
        return text.lastIndexOf(part);
    }

    public static int lastIndexOf(String text, String part, int from) {
        WorkCost.chargeSearch(text, part);
        return text.lastIndexOf(part, from);
    }

    public static StringBuilder append(StringBuilder to, String part) {
        int added = part == null ? 4 : part.length();
        Meter.text(to.length() + added, added);
        return to.append(part);
    }

    public static <T> boolean addAll(Collection<T> to, Collection<? extends T> from) {
        putting(to, from);
        return to.addAll(new ArrayList<>(from));
    }

    public static <T> boolean addAll(List<T> to, int at, Collection<? extends T> from) {
        Meter.elements((long) to.size() + from.size());
        return to.addAll(at, new ArrayList<>(from));
    }

    public static <K, V> void putAll(Map<K, V> to, Map<? extends K, ? extends V> from) {
        putting(to, from.keySet());
        to.putAll(from);
    }

    private static void putting(Object to, Collection<?> from) {
        long size = to instanceof Map<?, ?> map ? map.size() : ((Collection<?>) to).size();
        Meter.elements(size + from.size());
        if (!(to instanceof List<?>)) {
            from.forEach(key -> {
                Meter.step();
                WorkCost.chargePut(to, key);
            });
        }
    }

    public static boolean containsAll(Collection<?> all, Collection<?> wanted) {
        if (all instanceof Set<?>) {
            wanted.forEach(key -> WorkCost.chargeLookup(all, key));
        } else {
            Meter.steps((long) all.size() * wanted.size() / Meter.ELEMENTS_A_STEP);
            WorkCost.chargeSorted(all);
            WorkCost.chargeSorted(wanted);
        }
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

    public static BigDecimal setScale(BigDecimal number, int scale, int rounding) {
        Meter.scale(scale);
        return number.setScale(scale, RoundingMode.valueOf(rounding));
    }

    public static BigDecimal divide(BigDecimal number, BigDecimal by, int scale, int rounding) {
        Meter.scale(scale);
        return number.divide(by, scale, RoundingMode.valueOf(rounding));
    }
}
