package org.daylight.before;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.cli.Ran;

/** Runs command lines one after the other, as a script has them: a title, and below it the arguments, those with blanks in quotes. */
record CommandScript(UnaryOperator<String> given, UnaryOperator<String> shown) {
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

    /** What came of all of a script's command lines. */
    String play(String script) {
        return Kept.steps(script).stream().map(this::run).collect(Collectors.joining());
    }

    private String run(String step) {
        String[] titleAndLine = step.strip().split("\n", 2);
        Ran ran = Ran.of(ARGUMENT.matcher(given.apply(titleAndLine[1]))
                .results()
                .map(argument -> argument.group(1) == null ? argument.group(2) : argument.group(1))
                .toArray(String[]::new));
        return "### " + titleAndLine[0] + "\nexit code " + ran.code() + "\n" + shown.apply(ran.out())
                + (ran.err().isEmpty() ? "" : "errors:\n" + shown.apply(ran.err())) + "\n";
    }
}
