package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

/** Refuses the calls by which programs ask what time it is, and names what rules have instead. */
record ClockCheck(RuleScope scope) {
    private static final String DAY = "bind the day that is asked about, `AsOf( $today : date )`, and write `$today`";
    private static final String MOMENT =
            "bind the moment that is asked about, `AsOf( $now : instant )`, and write `$now`";
    private static final Set<String> MOMENTS = Set.of("Instant", "System", "Clock");
    private static final Set<String> MADE = Set.of("Date", "GregorianCalendar");

    void check() {
        calls(scope.rule().conditions());
        calls(scope.rule().consequence());
    }

    private void calls(List<Token> code) {
        for (int at = 0; at < code.size(); at++) {
            Token word = code.get(at);
            boolean made = MADE.contains(word.text()) && Tokens.matches(code, at + 1, "(") && isNew(code, at);
            boolean called = Tokens.matches(code, at + 1, ".") && Tokens.matches(code, at + 3, "(");
            if (made) {
                refuse(word, "new " + word.text() + "()");
            } else if (called
                    && word.isWord()
                    && isClock(word.text(), code.get(at + 2).text())) {
                refuse(word, word.text() + "." + code.get(at + 2).text() + "()");
            }
        }
    }

    private static boolean isNew(List<Token> code, int at) {
        return Tokens.matches(code, at - 1, "new") || Tokens.matches(code, at - 1, ".");
    }

    private static boolean isClock(String type, String method) {
        return switch (method) {
            case "now" -> Character.isUpperCase(type.charAt(0));
            case "currentTimeMillis", "nanoTime" -> type.equals("System");
            case "systemUTC", "systemDefaultZone", "system" -> type.equals("Clock");
            case "getInstance" -> type.equals("Calendar");
            default -> false;
        };
    }

    private void refuse(Token word, String call) {
        scope.report(
                word,
                ProblemCode.FORBIDDEN_CALL,
                "`" + call + "` asks a clock, and an assessment has none",
                MOMENTS.contains(word.text()) ? MOMENT : DAY);
    }
}
