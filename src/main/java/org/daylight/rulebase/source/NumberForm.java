package org.daylight.rulebase.source;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers in conditions without the letter behind them, which says nothing there: whole numbers are computed wide, and a decimal is
 * one anyway; a fraction begins with a digit. A whole number beyond the range of the field that it is compared with is given as a
 * decimal.
 */
final class NumberForm {
    private static final Pattern SUFFIXED = Pattern.compile("\\d+(\\.\\d+)?[lLB]|\\.\\d+([eE]\\d+)?B?");
    private static final Pattern WHOLE = Pattern.compile("\\d{10,}");

    private NumberForm() {}

    static void write(ConditionWords words, List<TextEdit> edits) {
        for (SourcePattern pattern : words.rule().patterns()) {
            pattern.comparisons()
                    .filter(comparison -> isInt(words, pattern, comparison))
                    .flatMap(comparison -> comparison.right().stream())
                    .filter(token -> token.kind() == Token.Kind.NUMBER && isBeyondInt(token.text()))
                    .forEach(token ->
                            edits.add(TextEdit.replace(token, token.text().replaceAll("[lL]$", "") + ".0")));
        }
        for (Token token : words.tokens()) {
            if (token.kind() == Token.Kind.NUMBER
                    && SUFFIXED.matcher(token.text()).matches()) {
                edits.add(TextEdit.replace(token, plain(token.text())));
            }
        }
    }

    /** The number without the letter behind it, and a decimal that was written with one as a decimal. */
    static String plain(String number) {
        if (!SUFFIXED.matcher(number).matches()) {
            return number;
        }
        if (number.startsWith(".")) {
            return "0" + number.replace("B", "");
        }
        String digits = number.substring(0, number.length() - 1);
        return number.endsWith("B") && !digits.contains(".") ? digits + ".0" : digits;
    }

    private static boolean isInt(ConditionWords words, SourcePattern pattern, Comparison comparison) {
        Token field = comparison.field();
        return field != null
                && words.typeOf(pattern.type(), field.text())
                        .filter(type -> type.equals("int") || type.equals("Integer"))
                        .isPresent();
    }

    private static boolean isBeyondInt(String number) {
        String digits = number.replaceAll("[lL]$", "");
        return WHOLE.matcher(digits).matches() && new BigInteger(digits).bitLength() > 31;
    }
}
