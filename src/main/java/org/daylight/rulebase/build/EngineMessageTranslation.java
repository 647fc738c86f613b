package org.daylight.rulebase.build;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says, in an author's words.
 *
 * @param word the word of the author's text that it is about, or null
 * @param isName whether the word may be a slip of a name known in the rule
 * @param fix where one thing is known to help
 */
record EngineMessageTranslation(
        ProblemCode code,
        String message,
        @Nullable String word,
        boolean isName,
        @Nullable String fix) {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("int", "a whole number"),
            Map.entry("long", "a whole number"),
            Map.entry("Integer", "a whole number"),
            Map.entry("Long", "a whole number"),
            Map.entry("short", "a whole number"),
            Map.entry("double", "a number with a fraction"),
            Map.entry("Double", "a number with a fraction"),
            Map.entry("float", "a number with a fraction"),
            Map.entry("BigDecimal", "a number"),
            Map.entry("Number", "a number"),
            Map.entry("String", "text"),
            Map.entry("boolean", "true or false"),
            Map.entry("Boolean", "true or false"),
            Map.entry("LocalDate", "a date"),
            Map.entry("Instant", "a date and time"),
            Map.entry("void", "nothing"));
    private static final Map<String, String> VERBS = Map.of("ScoreActions", "score", "DecisionActions", "decision");
    /** Names that only generated code has. */
    private static final Pattern GENERATED = Pattern.compile(
            "Lambda\\w+|PatternDSL|Function\\d|\\b\\w*[0-9A-F]{24,}\\w*|defaultpkg|\\bobj\\b|GENERATED|\\$\\$");

    private static final List<Rewriting> REWRITINGS = List.of(
            rewriting(
                    "Unable to find class: (\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_TYPE,
                            "nothing declares `" + found.group(1) + "`",
                            found.group(1),
                            true,
                            null)),
            rewriting(
                    "Unknown field (\\w+) on (?:class )?(\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_FIELD,
                            words(found.group(2)) + " has no field `" + found.group(1) + "`",
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "Comparison operation requires compatible types. Found (?:class )?(\\S+) and (?:class )?(\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            words(found.group(1)) + " is compared with " + words(found.group(2)),
                            null,
                            false,
                            null)),
            rewriting(
                    "The method (\\w+)\\((.*)\\) is undefined for the type (\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_VERB,
                            words(found.group(3)) + " has no verb `" + found.group(1) + "`",
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "The method (\\w+)\\((.*)\\) in the type (\\S+) is not applicable for the arguments \\((.*)\\)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            words(found.group(3)) + "'s `" + found.group(1) + "` takes " + list(found.group(2))
                                    + ", but is given " + list(found.group(4)),
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "Type mismatch: cannot convert from (\\S+) to (\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            words(found.group(1)) + " stands where " + words(found.group(2)) + " is needed",
                            null,
                            false,
                            null)),
            rewriting(
                    "The constructor (\\w+)\\((.*)\\) is undefined",
                    found -> new EngineMessageTranslation(
                            ProblemCode.WRONG_ARGUMENTS,
                            "`new " + found.group(1) + "` cannot be made of " + list(found.group(2)),
                            found.group(1),
                            false,
                            "give all fields of `" + found.group(1) + "` in their order, or none")),
            rewriting(
                    "(?:The import )?([$\\w.]+) cannot be resolved.*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_NAME,
                            "`" + found.group(1) + "` is not known here",
                            found.group(1),
                            true,
                            null)),
            rewriting(
                    "Only a type can be imported. (\\S+) resolves to a package",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_NAME,
                            "`" + found.group(1) + "` is not known here",
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "For input string: (\"[^\"]*\").*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            "`" + found.group(1) + "` stands where a number is needed",
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "Error parsing time string: \\[ (.*) ]",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            "`" + found.group(1) + "` is neither a number nor a time",
                            found.group(1),
                            false,
                            null)),
            rewriting(
                    "Wrong redeclaration of type (\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.RESERVED_NAME,
                            "`" + found.group(1) + "` is a word of the rule engine",
                            found.group(1),
                            false,
                            "choose another name")),
            rewriting(
                    "You're trying to use the Truth Maintenance System.*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNSUPPORTED_LANGUAGE,
                            "`insertLogical` is not part of the language of schemes",
                            "insertLogical",
                            false,
                            "use `insert`; every assessment begins with nothing inserted")),
            rewriting(
                    "Cannot coerce (\\S+) to (\\S+)!",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            words(found.group(1)) + " stands where " + words(found.group(2)) + " is needed",
                            null,
                            false,
                            null)),
            rewriting(
                    "Cannot cast from (\\S+) to (\\S+)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.TYPE_MISMATCH,
                            words(found.group(1)) + " is never " + words(found.group(2)),
                            null,
                            false,
                            null)),
            rewriting(
                    "Unknown property (.*) in @watch annotation",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNKNOWN_ANNOTATION,
                            "`@watch` names `" + found.group(1) + "`",
                            "watch",
                            false,
                            "leave `@watch` out")),
            rewriting(
                    "This doesn't work on arrayAccessExpr.*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.UNSUPPORTED_LANGUAGE,
                            "an array's element in a consequence is not part of the language of schemes",
                            "[",
                            false,
                            "use a list, or compute it in a function")),
            rewriting(
                    "\\(line \\d+,col \\d+\\) Parse error.*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.SYNTAX,
                            "what stands behind `then` cannot be read",
                            "then",
                            false,
                            "end each line with `;` and close each parenthesis")),
            rewriting(
                    "Unable to parse consequence.*",
                    found -> new EngineMessageTranslation(
                            ProblemCode.SYNTAX,
                            "what stands behind `then` cannot be read",
                            "then",
                            false,
                            "end each line with `;` and close each parenthesis")),
            rewriting(
                    "Unable to parse left part of expression: (.*)",
                    found -> new EngineMessageTranslation(
                            ProblemCode.DOES_NOT_COMPILE,
                            "`" + found.group(1) + "` cannot be understood",
                            null,
                            false,
                            null)),
            rewriting(
                    "Unable to Analyse Expression (.*):",
                    found -> new EngineMessageTranslation(
                            ProblemCode.DOES_NOT_COMPILE,
                            "`" + found.group(1) + "` cannot be understood",
                            null,
                            false,
                            null)));

    private record Rewriting(Pattern pattern, Function<Matcher, EngineMessageTranslation> words) {}

    static EngineMessageTranslation of(String whole) {
        String said = whole.lines().findFirst().orElse("").strip();
        for (Rewriting rewriting : REWRITINGS) {
            Matcher matcher = rewriting.pattern().matcher(said);
            if (matcher.matches()) {
                return rewriting.words().apply(matcher);
            }
        }
        String plain = said.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
        boolean generated = plain.isBlank()
                || plain.equals("null")
                || GENERATED.matcher(plain).find();
        return new EngineMessageTranslation(
                ProblemCode.DOES_NOT_COMPILE,
                generated ? "the rule engine cannot understand this" : plain,
                null,
                false,
                null);
    }

    private static Rewriting rewriting(String pattern, Function<Matcher, EngineMessageTranslation> words) {
        return new Rewriting(Pattern.compile(pattern), words);
    }

    private static String words(String javaType) {
        String simple = javaType.substring(javaType.lastIndexOf('.') + 1);
        return WORDS.getOrDefault(simple, "`" + VERBS.getOrDefault(simple, simple) + "`");
    }

    private static String list(String javaTypes) {
        if (javaTypes.isBlank()) {
            return "nothing";
        }
        StringBuilder list = new StringBuilder();
        for (String type : javaTypes.split(",", -1)) {
            list.append(list.isEmpty() ? "" : " and ").append(words(type.strip()));
        }
        return list.toString();
    }
}
