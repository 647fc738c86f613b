package org.daylight.rulebase.check;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/**
 * Checks the values that declared choices hold. A choice is made once for all assessments, so what it holds must never change, and
 * making it must compute nothing.
 */
final class ChoiceCheck {
    private static final Set<String> VALUES =
            Set.of("String", "int", "Integer", "long", "Long", "boolean", "Boolean", "BigDecimal", "LocalDate");

    private static final String NUMBER = "-?\\s*\\d+[lL]?";
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern LITERAL = Pattern.compile(String.join(
            "|",
            "null|true|false",
            NUMBER,
            TEXT,
            "(?:java\\.math\\.)?BigDecimal\\.valueOf\\(\\s*" + NUMBER + "\\s*\\)",
            "new\\s+(?:java\\.math\\.)?BigDecimal\\(\\s*" + TEXT + "\\s*\\)",
            "(?:java\\.time\\.)?LocalDate\\.of\\(\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*\\)",
            "(?:java\\.time\\.)?LocalDate\\.parse\\(\\s*" + TEXT + "\\s*\\)"));

    private static final Pattern NUMBERS = Pattern.compile("(?<!\\w)\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,34}(\\.\\d{1,34})?");

    private final Map<String, List<String>> enums;
    private final Problems problems;
    /** The choices that the fields of each choice are of. */
    private final Map<String, Set<String>> held = new HashMap<>();

    private ChoiceCheck(SchemeSource source, Problems problems) {
        this.enums = source.enums();
        this.problems = problems;
    }

    static void check(SchemeSource source, Problems problems) {
        ChoiceCheck check = new ChoiceCheck(source, problems);
        for (SourceFile file : source.files()) {
            for (EnumDeclarationDescr choice : file.content().getEnumDeclarations()) {
                check.held.put(choice.getTypeName(), check.choicesHeldBy(choice));
            }
        }
        for (SourceFile file : source.files()) {
            file.content().getEnumDeclarations().forEach(choice -> check.check(file, choice));
        }
    }

    private Set<String> choicesHeldBy(EnumDeclarationDescr choice) {
        return choice.getFields().values().stream()
                .map(ChoiceCheck::typeOf)
                .filter(enums::containsKey)
                .collect(Collectors.toSet());
    }

    private static String typeOf(TypeFieldDescr field) {
        return field.getPattern().getObjectType().replaceFirst("^java\\.(lang|math|time)\\.", "");
    }

    private void check(SourceFile file, EnumDeclarationDescr choice) {
        for (TypeFieldDescr field : choice.getFields().values()) {
            String type = typeOf(field);
            if (!VALUES.contains(type) && !enums.containsKey(type)) {
                problems.error(
                        ProblemCode.UNSUPPORTED_FIELD_TYPE,
                        Place.ofLine(file.path(), field.getLine()),
                        "`" + field.getFieldName() + "` of the choice `" + choice.getTypeName() + "` is of type `"
                                + type + "`",
                        "use String, int, long, boolean, LocalDate, BigDecimal or a declared enum: a choice is the same for"
                                + " everybody, so what it holds must never change");
            }
        }
        if (isHeldByItself(choice.getTypeName())) {
            problems.error(
                    ProblemCode.CHOICE_VALUE,
                    Place.ofLine(file.path(), choice.getLine()),
                    "`" + choice.getTypeName() + "` holds choices that hold it",
                    "write the connection as a condition, or as rows of a parameter");
        }
        choice.getLiterals().forEach(literal -> literal(file, choice, literal));
    }

    private boolean isHeldByItself(String name) {
        Set<String> seen = new HashSet<>();
        Set<String> next = new HashSet<>(held.getOrDefault(name, Set.of()));
        while (!next.isEmpty() && seen.addAll(next)) {
            next = next.stream()
                    .flatMap(choice -> held.getOrDefault(choice, Set.of()).stream())
                    .collect(Collectors.toSet());
        }
        return seen.contains(name);
    }

    private void literal(SourceFile file, EnumDeclarationDescr choice, EnumLiteralDescr literal) {
        List<TypeFieldDescr> fields = List.copyOf(choice.getFields().values());
        for (int at = 0; at < literal.getConstructorArgs().size(); at++) {
            String argument = literal.getConstructorArgs().get(at).strip();
            String type = at < fields.size() ? typeOf(fields.get(at)) : "";
            boolean written = LITERAL.matcher(argument).matches() || isChoice(argument);
            if (!written || !isValue(argument, type)) {
                int start = file.find(literal.getName(), Math.max(0, choice.getStartCharacter()));
                problems.error(
                        ProblemCode.CHOICE_VALUE,
                        file.place(start),
                        "`" + argument + "` behind `" + literal.getName() + "` "
                                + (written ? "is no value that there is" : "would have to be computed"),
                        "write a text, a number, `true`, `false`, `null`, a choice, `LocalDate.of( 2026, 1, 31 )` or"
                                + " `new BigDecimal( \"1.5\" )`");
            }
        }
    }

    /** Whether there is a value as written: choices are made while the rules are built, and then it would be too late to tell. */
    private static boolean isValue(String written, String type) {
        if (written.startsWith("\"")) {
            return true;
        }
        String quoted = written.replaceAll("(?s)^[^\"]*\"|\"[^\"]*$", "");
        List<String> numbers =
                NUMBERS.matcher(written).results().map(MatchResult::group).toList();
        try {
            if (written.contains("LocalDate.of")) {
                return isDate(numbers);
            }
            if (written.contains("LocalDate.parse")) {
                return LocalDate.parse(quoted).getYear() <= Year.MAX_VALUE;
            }
            if (written.contains("BigDecimal(")) {
                return DECIMAL.matcher(quoted).matches();
            }
            if (numbers.isEmpty()) {
                return true;
            }
            BigInteger number = new BigInteger((written.contains("-") ? "-" : "") + numbers.get(0));
            return (type.equals("int") || type.equals("Integer") ? 32 : 64) > number.bitLength();
        } catch (DateTimeException | NumberFormatException noSuchValue) {
            return false;
        }
    }

    private static boolean isDate(List<String> numbers) {
        YearMonth month = YearMonth.of(Integer.parseInt(numbers.get(0)), Integer.parseInt(numbers.get(1)));
        return month.isValidDay(Integer.parseInt(numbers.get(2)));
    }

    private boolean isChoice(String argument) {
        int dot = argument.indexOf('.');
        return dot > 0
                && enums.getOrDefault(argument.substring(0, dot), List.of()).contains(argument.substring(dot + 1));
    }
}
