package org.daylight.rulebase.build;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the compiler says of a method of {@link ExactArithmetic}, said of the operator that its author wrote. */
final class ExactMessage {
    private static final Pattern NOT_APPLICABLE = Pattern.compile(
            "The method (\\w+)\\(.*\\) in the type (?:Exact|Wide) is not applicable for the arguments \\((.*)\\)");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("plus", "+"),
            Map.entry("minus", "-"),
            Map.entry("negate", "-"),
            Map.entry("times", "*"),
            Map.entry("divide", "/"),
            Map.entry("remainder", "%"),
            Map.entry("less", "<"),
            Map.entry("atMost", "<="),
            Map.entry("greater", ">"),
            Map.entry("atLeast", ">="),
            Map.entry("same", "=="));
    private static final Map<String, String> CONVERSIONS = Map.of(
            "fit",
            "int",
            "toInt",
            "int",
            "toLong",
            "long",
            "whole",
            "long",
            "toShort",
            "short",
            "decimal",
            "BigDecimal");

    private ExactMessage() {}

    /** The same where it is about anything else. */
    static String asWritten(String message) {
        Matcher matcher = NOT_APPLICABLE.matcher(message);
        if (!matcher.matches()) {
            return message;
        }
        String operator = OPERATORS.get(matcher.group(1));
        if (operator != null) {
            return "The operator " + operator + " is undefined for the argument type(s) " + matcher.group(2);
        }
        String needed = CONVERSIONS.get(matcher.group(1));
        return needed == null ? message : "Type mismatch: cannot convert from " + matcher.group(2) + " to " + needed;
    }
}
