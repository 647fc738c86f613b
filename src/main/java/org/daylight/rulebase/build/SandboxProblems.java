package org.daylight.rulebase.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.rulebase.sandbox.CodeProblem;
import org.daylight.rulebase.source.LiftedFunction;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.RuleDescr;

/** Reports code that the sandbox refused by its place: the rule, function or type, and the line that names the call. */
record SandboxProblems(BuildInput input, Map<String, RuleText> ruleByClass, Problems problems) {
    private static final String CLOCK_FIX =
            "an assessment has no clock: the day that is asked about is `AsOf( $today : date )`, and a function is given it";

    private static final String FIX =
            "rules may use the vocabulary, the scheme's own types, numbers, text and dates; what they need from"
                    + " outside must be stated";

    /** Calls that ask what time it is. */
    private static final Pattern CLOCK = Pattern.compile("(?:.*\\W)?(?:now|currentTimeMillis|nanoTime|Date|Clock)");

    /** Describes all rules, and holds the functions. */
    private static final Pattern MODEL = Pattern.compile(".*/Rules[0-9A-F]{32}\\w*");

    /** The beginning and the name of a rule, function or type. */
    private record Origin(Place place, String name) {}

    void report(List<CodeProblem> codeProblems) {
        for (CodeProblem problem : codeProblems) {
            Optional<Origin> origin = origin(problem);
            problems.error(
                    problem.code(),
                    origin.map(start -> placeOf(problem.called(), start.place()))
                            .orElse(Place.FOLDER),
                    origin.map(start -> "`" + start.name() + "`: ").orElse("") + message(problem),
                    fix(problem));
        }
    }

    private static String message(CodeProblem problem) {
        return switch (problem.code()) {
            case BAD_EXPRESSION -> problem.message();
            case EFFECT_IN_CONDITION -> problem.message() + " is not allowed in conditions";
            default -> problem.message() + " is not allowed in rules";
        };
    }

    private static String fix(CodeProblem problem) {
        String own = problem.fix();
        if (own != null) {
            return own;
        }
        return CLOCK.matcher(problem.called()).matches() ? CLOCK_FIX : FIX;
    }

    private Optional<Origin> origin(CodeProblem problem) {
        String outermost = problem.owner().replaceAll("\\$.*", "");
        boolean model = MODEL.matcher(problem.owner()).matches();
        RuleText rule = ruleByClass.get(model ? problem.owner() + "." + problem.method() : problem.owner());
        if (rule == null && !model) {
            rule = ruleByClass.get(outermost);
        }
        return rule != null
                ? Optional.of(new Origin(rule.place(), rule.name()))
                : function(problem.method()).or(() -> type(outermost)).or(() -> mentioning(problem.called()));
    }

    private Optional<Origin> function(String name) {
        Optional<Origin> lifted = input.source().engineText().functions().stream()
                .filter(function -> function.name().equals(name))
                .map(LiftedFunction::written)
                .map(written -> new Origin(
                        written.place(),
                        ruleAround(written.file(), written.place().line(), name)))
                .findFirst();
        return lifted.or(() -> declaredFunction(name));
    }

    private Optional<Origin> declaredFunction(String name) {
        return first(file -> file.content().getFunctions().stream()
                .filter(function -> function.getName().equals(name))
                .map(function -> new Origin(Place.ofLine(file.path(), function.getLine()), name)));
    }

    private Optional<Origin> type(String className) {
        String simple = className.substring(className.lastIndexOf('/') + 1);
        return first(file -> Stream.concat(
                        file.content().getTypeDeclarations().stream(), file.content().getEnumDeclarations().stream())
                .filter(type -> type.getTypeName().equals(simple))
                .map(type -> new Origin(Place.ofLine(file.path(), type.getLine()), simple)));
    }

    /** The first line that names the call, for code that has no class of its own, such as a salience or a query. */
    private Optional<Origin> mentioning(String called) {
        return first(file -> {
            int line = firstLine(file, 1, called);
            return line == 0
                    ? Stream.empty()
                    : Stream.of(new Origin(Place.ofLine(file.path(), line), ruleAround(file, line, called)));
        });
    }

    private Optional<Origin> first(Function<SourceFile, Stream<Origin>> origins) {
        return input.source().files().stream().flatMap(origins).findFirst();
    }

    /** The rule that a line stands in, if any. */
    private static String ruleAround(SourceFile file, int line, String otherwise) {
        return file.content().getRules().stream()
                .filter(rule -> rule.getLine() <= line)
                .reduce((before, last) -> last)
                .map(RuleDescr::getName)
                .orElse(otherwise);
    }

    private Place placeOf(String called, Place begin) {
        return input.source().files().stream()
                .filter(file -> file.path().equals(begin.file()))
                .map(file -> firstLine(file, begin.line(), called))
                .filter(line -> line > 0)
                .findFirst()
                .map(line -> Place.ofLine(begin.file(), line))
                .orElse(begin);
    }

    private int firstLine(SourceFile file, int from, String called) {
        Pattern word = Pattern.compile("(?<!\\w)" + Pattern.quote(called) + "(?!\\w)");
        return input.firstLine(file, from, line -> word.matcher(line).find());
    }
}
