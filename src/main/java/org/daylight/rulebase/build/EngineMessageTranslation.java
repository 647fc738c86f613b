package org.daylight.rulebase.build;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A message of the engine in an author's words.
 *
 * @param word the word of the author's text that it is about, or null
 * @param isName whether the word may be a mistyped name that the rule knows
 * @param fix where one thing is known to help
 */
record EngineMessageTranslation(
        ProblemCode code,
        String message,
        @Nullable String word,
        boolean isName,
        @Nullable String fix) {
    private static final String NEEDED = "{type 1} stands where {type 2} is needed";
    private static final Pattern PLACE = Pattern.compile("\\{(type |list |kinds |)(\\d)}");
    /** Names that only generated code has. */
    private static final Pattern GENERATED = Pattern.compile(
            "Lambda\\w+|PatternDSL|Function\\d|\\b\\w*[0-9A-F]{24,}\\w*|defaultpkg|\\bobj\\b|EvaluationUtil|\\bDSL\\b|Function1|Variable<|Exception|out of bounds|Cannot invoke|GENERATED|\\$\\$");

    private static final List<MessageKind> MESSAGE_KINDS = List.of(
            name(ProblemCode.UNKNOWN_TYPE, "Unable to find class: (\\S+)", "nothing declares `{1}`"),
            kind(
                    ProblemCode.UNKNOWN_FIELD,
                    "Unknown field (\\w+) on (?:class )?(\\S+)",
                    "{type 2} has no field `{1}`",
                    "{1}"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "Comparison operation requires compatible types. Found (?:class )?(\\S+) and (?:class )?(\\S+)",
                    "{type 1} is compared with {type 2}",
                    null),
            kind(
                    ProblemCode.UNKNOWN_FUNCTION,
                    "The method (\\w+)\\((.*)\\) is undefined for the type Rules[0-9A-F]{32}\\S*",
                    "there is no function `{1}` that takes {list 2}",
                    "{1}"),
            kind(
                    ProblemCode.UNKNOWN_FUNCTION,
                    "Cannot invoke (\\w+)\\(.*\\) on the primitive type (\\S+)",
                    "{type 2} has no `{1}`",
                    "{1}"),
            kind(
                    ProblemCode.UNKNOWN_VERB,
                    "The method (\\w+)\\((.*)\\) is undefined for the type (Comparable|Object)",
                    "`{1}` is called on a value of which only is known that there is one",
                    "{1}",
                    "say first what it is, such as `String text = (String) $least;`"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "Root node of expression should be a declaration|The target type of this expression must be a functional interface",
                    "what is accumulated or grouped by is computed of nothing that the conditions bind",
                    null,
                    "take a value that they bind, or a constant alone"),
            kind(
                    ProblemCode.UNKNOWN_VERB,
                    "The method (\\w+)\\((.*)\\) is undefined for the type (\\S+)",
                    "{type 3} has no verb `{1}`",
                    "{1}"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The method (add|set)\\((.*)\\) in the type ScoreActions is not applicable for the arguments \\((BigDecimal)\\)",
                    "`score.{1}` takes whole points, but is given {type 3}",
                    "{1}",
                    "say how it is rounded: `Math.round( … )`, `Math.floor( … )` or `Math.ceil( … )`"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The method call\\(boolean, (.*)\\) in the type Query\\d+Def<.*> is not applicable for the arguments \\(boolean, (.*)\\)",
                    "a query that takes {kinds 1} is given {kinds 2}",
                    null,
                    "declare the query's parameters as the types of what it is given"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The method (compareTo)\\((.*)\\) in the type (\\S+) is not applicable for the arguments \\((.*)\\)",
                    "{type 3}'s `{1}` takes {list 2}, but is given {list 4}",
                    "{1}",
                    "compare with `==`, `!=`, `<`, `<=`, `>` or `>=`"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The method (\\w+)\\((.*)\\) in the type (\\S+) is not applicable for the arguments \\((.*)\\)",
                    "{type 3}'s `{1}` takes {list 2}, but is given {list 4}",
                    "{1}"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "Type mismatch: cannot convert from ([lL]ong) to (int|Integer)",
                    "a `long` stands where an `int` is needed",
                    null,
                    "declare it `long`"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "Type mismatch: cannot convert from (?:java.math.)?BigDecimal to (int|long|Integer|Long)",
                    "a number that may have a fraction stands where a whole number is needed",
                    null,
                    "declare it `BigDecimal`, or say how it is rounded: `Math.round( … )`, `Math.floor( … )`, `Math.ceil( … )`"),
            kind(ProblemCode.TYPE_MISMATCH, "Type mismatch: cannot convert from (\\S+) to (\\S+)", NEEDED, null),
            kind(ProblemCode.TYPE_MISMATCH, "Cannot coerce (\\S+) to (\\S+)!", NEEDED, null),
            kind(ProblemCode.TYPE_MISMATCH, "Cannot cast from (\\S+) to (\\S+)", "{type 1} is never {type 2}", null),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The operator (\\S+) is undefined for the argument type\\(s\\) (.*(?:LocalDate|Instant).*)",
                    "`{1}` cannot be used between {list 2}",
                    null,
                    "move dates with `plusDays`, `minusMonths` and the like, and count days with `Periods.daysBetween`"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "The operator (\\S+) is undefined for the argument type\\(s\\) (.*)",
                    "`{1}` cannot be used between {list 2}",
                    null),
            kind(
                    ProblemCode.UNKNOWN_FUNCTION,
                    "Method (equals|compareTo) on (?:class )?(\\S+) with arguments \\[(.*)] is missing",
                    "{type 2} has no `{1}`",
                    "{1}",
                    "compare with `==`, `!=`, `<`, `<=`, `>` or `>=`"),
            kind(
                    ProblemCode.UNKNOWN_FUNCTION,
                    "Method (\\w+) on (?:class )?(int|long|boolean) with arguments \\[(.*)] is missing",
                    "{type 2} has no `{1}`",
                    "{1}"),
            kind(
                    ProblemCode.UNKNOWN_FUNCTION,
                    "Method (\\w+) on class (\\S+) with arguments \\[(.*)] is missing",
                    "there is no function `{1}` that takes {list 3} and gives something back",
                    "{1}"),
            kind(
                    ProblemCode.WRONG_ARGUMENTS,
                    "The constructor (\\w+)\\((.*)\\) is undefined",
                    "`new {1}` cannot be made of {list 2}",
                    "{1}",
                    "give all fields of `{1}` in their order, or none"),
            name(
                    ProblemCode.UNKNOWN_NAME,
                    "(?:The import )?([$\\w.]+) cannot be resolved.*",
                    "`{1}` is not known here",
                    "bind it in a condition, such as `$days : daysLate`, or declare it"),
            kind(
                    ProblemCode.UNKNOWN_NAME,
                    "Only a type can be imported. (\\S+) resolves to a package",
                    "`{1}` is not known here",
                    "{1}"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "For input string: (\"[^\"]*\").*",
                    "`{1}` stands where a number is needed",
                    "{1}"),
            kind(
                    ProblemCode.TYPE_MISMATCH,
                    "Error parsing time string: \\[ (.*) ]",
                    "`{1}` is neither a number nor a time",
                    "{1}"),
            kind(
                    ProblemCode.RESERVED_NAME,
                    "Wrong redeclaration of type (\\S+)",
                    "`{1}` is a word of the rule engine",
                    "{1}",
                    "choose another name"),
            kind(
                    ProblemCode.UNSUPPORTED_LANGUAGE,
                    "You're trying to use the Truth Maintenance System.*",
                    "`insertLogical` is not part of the language of schemes",
                    "insertLogical",
                    "use `insert`; every assessment begins with nothing inserted"),
            kind(
                    ProblemCode.UNKNOWN_ANNOTATION,
                    "Unknown property (.*) in @watch annotation",
                    "`@watch` names `{1}`",
                    "watch",
                    "leave `@watch` out"),
            kind(
                    ProblemCode.UNSUPPORTED_LANGUAGE,
                    "This doesn't work on arrayAccessExpr.*",
                    "an array's element in a consequence is not part of the language of schemes",
                    "[",
                    "use a list, or compute it in a function"),
            kind(
                    ProblemCode.SYNTAX,
                    "\\(line \\d+,col \\d+\\) Parse error.*|Unable to parse consequence.*",
                    "what stands behind `then` cannot be read",
                    "then",
                    "end each line with `;` and close each parenthesis"),
            name(ProblemCode.UNKNOWN_NAME, "Unable to parse grouping expression: ([$\\w]+)", "`{1}` is not known here"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "This method must return a result of type (\\S+)",
                    "a way through this function gives nothing back, where {type 1} is needed",
                    null,
                    "end each way through it with `return` and a value"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "The local variable (\\S+) may not have been initialized",
                    "`{1}` may have no value here",
                    "{1}",
                    "give it a value where it is declared"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "Duplicate (?:local variable|parameter) (\\S+)",
                    "`{1}` is declared twice",
                    "{1}",
                    "give one of them another name"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "The final local variable (\\S+) cannot be assigned.*",
                    "`{1}` is `final`, and is given another value",
                    "{1}",
                    "leave `final` out, or give the other value another name"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "(break|continue) cannot be used outside of a loop.*",
                    "`{1}` stands outside of a loop",
                    "{1}",
                    "take it out"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "Unreachable code",
                    "this is never reached",
                    null,
                    "take it out, or what ends the work before it"),
            kind(
                    ProblemCode.TOO_LARGE,
                    "The code .* is exceeding the 65535 bytes limit|.*requires more than 65535 bytes to encode.*"
                            + "|Too many (?:constants|fields|parameters).*",
                    "there is more here than fits into one rule, function or list of choices",
                    null,
                    "divide it, or put what it lists into a parameter table"),
            kind(
                    ProblemCode.DOES_NOT_COMPILE,
                    "Unable to parse left part of expression: (.*)|Unable to Analyse Expression (.*):",
                    "`{1}{2}` cannot be understood",
                    null));

    /** A kind of message: {@code {1}} in the template is the first group, {@code {type 1}} the same as a type in words. */
    private record MessageKind(Pattern pattern, EngineMessageTranslation template) {}

    private EngineMessageTranslation filled(Matcher matcher) {
        return new EngineMessageTranslation(
                code,
                filled(message, matcher),
                word == null ? null : filled(word, matcher),
                isName,
                fix == null ? null : filled(fix, matcher));
    }

    static EngineMessageTranslation of(String text) {
        String line = ExactMessage.asWritten(text.lines().findFirst().orElse("").strip());
        for (MessageKind kind : MESSAGE_KINDS) {
            Matcher matcher = kind.pattern().matcher(line);
            if (matcher.matches()) {
                EngineMessageTranslation filled = kind.template().filled(matcher);
                if (!GENERATED.matcher(filled.message()).find()) {
                    return filled;
                }
            }
        }
        String plain = line.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
        boolean generated = plain.isBlank()
                || plain.equals("null")
                || GENERATED.matcher(plain).find();
        return new EngineMessageTranslation(
                ProblemCode.DOES_NOT_COMPILE,
                generated ? "the rule engine cannot understand this" : plain,
                null,
                false,
                "write it in smaller steps: let a rule of its own insert what a part of it comes to");
    }

    private static MessageKind name(ProblemCode code, String pattern, String message) {
        return name(code, pattern, message, null);
    }

    private static MessageKind name(ProblemCode code, String pattern, String message, @Nullable String fix) {
        return new MessageKind(Pattern.compile(pattern), new EngineMessageTranslation(code, message, "{1}", true, fix));
    }

    private static MessageKind kind(ProblemCode code, String pattern, String message, @Nullable String word) {
        return kind(code, pattern, message, word, null);
    }

    private static MessageKind kind(
            ProblemCode code, String pattern, String message, @Nullable String word, @Nullable String fix) {
        return new MessageKind(Pattern.compile(pattern), new EngineMessageTranslation(code, message, word, false, fix));
    }

    private static String filled(String template, Matcher matcher) {
        return PLACE.matcher(template).replaceAll(place -> {
            String group = Objects.requireNonNullElse(matcher.group(Integer.parseInt(place.group(2))), "");
            return Matcher.quoteReplacement(
                    switch (place.group(1)) {
                        case "type " -> words(group);
                        case "list " -> list(group);
                        case "kinds " -> kinds(group);
                        default -> group;
                    });
        });
    }

    /** What queries take and are given, as fields are declared. */
    private static String kinds(String argumentTypes) {
        return Arrays.stream(argumentTypes.split(",", -1))
                .map(type -> type.replaceAll(".*<(.*)>", "$1"))
                .map(type -> type.replace("Integer", "int").replace("Long", "long"))
                .map(type -> "`" + type.strip() + "`")
                .collect(Collectors.joining(" and "));
    }

    private static String words(String javaType) {
        String simple = javaType.substring(javaType.lastIndexOf('.') + 1);
        return switch (simple) {
            case "int", "long", "Integer", "Long", "short" -> "a whole number";
            case "double", "Double", "float" -> "a number with a fraction";
            case "BigDecimal", "Number" -> "a number";
            case "String" -> "text";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date";
            case "Instant" -> "a date and time";
            case "void" -> "nothing";
            case "ScoreActions" -> "`score`";
            case "DecisionActions" -> "`decision`";
            default -> "`" + simple + "`";
        };
    }

    private static String list(String javaTypes) {
        return javaTypes.isBlank()
                ? "nothing"
                : Arrays.stream(javaTypes.split(",", -1))
                        .map(type -> words(type.strip()))
                        .collect(Collectors.joining(" and "));
    }
}
