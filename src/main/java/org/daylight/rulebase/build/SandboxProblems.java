package org.daylight.rulebase.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.rulebase.sandbox.CodeProblem;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/** Tells an author where the code stands that the sandbox refused: the rule, function or type, and the line that names the call. */
final class SandboxProblems {
    private static final String FIX =
            "rules may use the vocabulary, the scheme's own types, numbers, text and dates; what they need from"
                    + " outside must be stated";

    /** Describes all rules, and holds the functions. */
    private static final Pattern MODEL = Pattern.compile(".*/Rules[0-9A-F]{32}\\w*");

    private final Scheme scheme;
    private final List<SourceFile> files;
    private final Map<String, RuleText> ruleByClass;
    private final Problems problems;

    SandboxProblems(BuildInput input, Map<String, RuleText> ruleByClass, Problems problems) {
        this.scheme = input.scheme();
        this.files = input.source().files();
        this.ruleByClass = ruleByClass;
        this.problems = problems;
    }

    /** Where something of an author's begins, and what to call it. */
    private record Origin(String file, int line, String name) {}

    void report(List<CodeProblem> found) {
        for (CodeProblem problem : found) {
            Optional<Origin> origin = origin(problem);
            String where = origin.map(from -> "`" + from.name() + "`: ").orElse("");
            problems.error(
                    problem.code(),
                    Place.ofLine(
                            origin.map(Origin::file).orElse(""),
                            origin.map(from -> line(from, problem.called())).orElse(0)),
                    where + problem.message() + " is not allowed in rules",
                    FIX);
        }
    }

    private Optional<Origin> origin(CodeProblem problem) {
        String outermost = problem.owner().replaceAll("\\$.*", "");
        boolean model = MODEL.matcher(problem.owner()).matches();
        RuleText rule = ruleByClass.get(model ? problem.owner() + "." + problem.method() : problem.owner());
        if (rule == null && !model) {
            rule = ruleByClass.get(outermost);
        }
        return rule != null
                ? Optional.of(new Origin(rule.file(), rule.line(), rule.name()))
                : function(problem.method()).or(() -> type(outermost)).or(() -> mentioning(problem.called()));
    }

    private Optional<Origin> function(String name) {
        for (SourceFile file : files) {
            for (FunctionDescr function : file.content().getFunctions()) {
                if (function.getName().equals(name)) {
                    return Optional.of(new Origin(file.path(), function.getLine(), name));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Origin> type(String className) {
        String simple = className.substring(className.lastIndexOf('/') + 1);
        for (SourceFile file : files) {
            for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
                if (type.getTypeName().equals(simple)) {
                    return Optional.of(new Origin(file.path(), type.getLine(), simple));
                }
            }
            for (EnumDeclarationDescr choices : file.content().getEnumDeclarations()) {
                if (choices.getTypeName().equals(simple)) {
                    return Optional.of(new Origin(file.path(), choices.getLine(), simple));
                }
            }
        }
        return Optional.empty();
    }

    /** Code that stands in no class of its own, such as a salience or a query: the first line that names the call. */
    private Optional<Origin> mentioning(String called) {
        for (var file : scheme.ruleFiles().entrySet()) {
            int line = firstLine(file.getValue().lines().toList(), 1, called);
            if (line > 0) {
                return Optional.of(new Origin(file.getKey(), line, around(file.getKey(), line, called)));
            }
        }
        return Optional.empty();
    }

    /** The rule that a line stands in, if any. */
    private String around(String file, int line, String otherwise) {
        return files.stream()
                .filter(one -> one.path().equals(file))
                .flatMap(one -> one.content().getRules().stream())
                .filter(rule -> rule.getLine() <= line)
                .reduce((before, last) -> last)
                .map(rule -> rule.getName())
                .orElse(otherwise);
    }

    private int line(Origin origin, String called) {
        List<String> lines =
                scheme.ruleFiles().getOrDefault(origin.file(), "").lines().toList();
        int line = firstLine(lines, origin.line(), called);
        return line > 0 ? line : origin.line();
    }

    private static int firstLine(List<String> lines, int from, String called) {
        Pattern word = Pattern.compile("(?<!\\w)" + Pattern.quote(called) + "(?!\\w)");
        for (int line = Math.max(1, from); line <= lines.size(); line++) {
            if (word.matcher(lines.get(line - 1)).find()) {
                return line;
            }
        }
        return 0;
    }
}
