package org.daylight.scheme;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Rfc3339;
import org.jspecify.annotations.Nullable;

/** Knows how a value that was written in another way is written here, so that a problem can say so. */
public final class Spelling {
    private static final int LONGEST = 100;
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "t", "1", "wahr", "ja", "vrai", "oui");
    private static final Set<String> FALSE =
            Set.of("false", "no", "off", "n", "f", "0", "falsch", "nein", "faux", "non");

    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}([_ '\u2019\u00A0\u202F][0-9]{3})+");
    private static final Pattern COMMA = Pattern.compile("^([-+]?[0-9]+),([0-9]+)$");
    private static final Pattern THOUSAND_OR_DECIMAL = Pattern.compile("-?[1-9][0-9]{0,2},[0-9]{3}");
    private static final Pattern NO_ZERO = Pattern.compile("^([-+]?)\\.([0-9]+)$");
    private static final Pattern POINT_LAST = Pattern.compile("^([-+]?[0-9]+)\\.$");
    private static final Pattern RADIX = Pattern.compile("0([xob])([0-9a-fA-F]{1,16})");
    private static final Map<String, Integer> RADIXES = Map.of("x", 16, "o", 8, "b", 2);
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9].*");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");

    private static final Pattern DAY_FIRST = Pattern.compile("^([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})$");

    private Spelling() {}

    /** What to write for a field of a type instead of what was found; null where that cannot be known. */
    public static @Nullable String fix(FieldType type, @Nullable Object found) {
        String text = String.valueOf(found);
        if (found == null || text.length() > LONGEST) {
            return null;
        }
        return switch (type) {
            case TRUTH -> truth(text);
            case INT, LONG -> number(text, true);
            case DECIMAL -> number(text, false);
            case DATE -> day(text);
            case TEXT -> found instanceof String ? null : "put it in quotation marks";
            case INSTANT, CHOICE, OTHER -> null;
        };
    }

    private static @Nullable String truth(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower)) {
            return plain("true", text);
        }
        return FALSE.contains(lower) ? plain("false", text) : null;
    }

    private static @Nullable String number(String text, boolean whole) {
        if (WrittenNumber.read(text) != null) {
            return plain(text, text);
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            return "write it without a leading zero";
        }
        if (THOUSAND_OR_DECIMAL.matcher(text).matches()) {
            String thousands = "write `" + text.replace(",", "") + "`";
            return whole ? thousands : thousands + " or `" + text.replace(',', '.') + "`, whichever is meant";
        }
        String other = decimalPoint(text);
        boolean fits = other != null && WrittenNumber.read(other) != null && !(whole && other.contains("."));
        return fits ? "write `" + other + "`" : null;
    }

    private static @Nullable String decimalPoint(String text) {
        Matcher radix = RADIX.matcher(text);
        if (radix.matches()) {
            return radix(radix.group(2), RADIXES.getOrDefault(radix.group(1), 2));
        }
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (GROUPED.matcher(digits).matches()) {
            return digits.replaceAll("[^-0-9]", "");
        }
        String underscores = digits.replace("_", "");
        return NO_ZERO.matcher(POINT_LAST
                        .matcher(COMMA.matcher(underscores).replaceFirst("$1.$2"))
                        .replaceFirst("$1"))
                .replaceFirst("$10.$2");
    }

    private static @Nullable String radix(String digits, int radix) {
        try {
            return new BigInteger(digits, radix).toString();
        } catch (NumberFormatException otherDigits) {
            return null;
        }
    }

    private static @Nullable String day(String text) {
        Matcher day = DAY.matcher(DAY_FIRST.matcher(text).replaceFirst("$3-$2-$1"));
        if (!day.matches()) {
            return null;
        }
        String other = String.format(
                "%s-%02d-%02d", day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        return other.equals(text) || Rfc3339.date(other).isEmpty() ? null : "write `" + other + "`";
    }

    /** A value that would be right if it stood there without quotation marks. */
    private static String plain(String right, String text) {
        return "write `" + right + "`" + (right.equals(text) ? " without quotation marks" : "");
    }
}
