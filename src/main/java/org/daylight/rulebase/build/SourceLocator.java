package org.daylight.rulebase.build;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.drools.drl.ast.descr.ImportDescr;

/** Finds the place in the rule files that a message or a piece of generated code is about, by what the author wrote there. */
record SourceLocator(BuildInput input) {
    private static final String RULE_NAME = "* Rule name: ";

    /** A place in a rule, or outside of any; column 0 where only the line is known. */
    record Located(Optional<SourceRule> rule, Place place) {}

    private record Phrase(SourceRule rule, String text, int offset) {}

    /** The longest condition, or type name, of the file that the message repeats; of equally long ones the first. */
    Optional<Located> mentionedIn(String file, String message) {
        String squeezed = squeezed(message);
        return input.source().allRules().stream()
                .filter(rule -> rule.file().path().equals(file))
                .flatMap(SourceLocator::phrases)
                .filter(phrase -> !phrase.text().isEmpty() && squeezed.contains(phrase.text()))
                .min(Comparator.<Phrase>comparingInt(phrase -> -phrase.text().length())
                        .thenComparing(Phrase::offset))
                .map(phrase -> new Located(
                        Optional.of(phrase.rule()), phrase.rule().file().place(phrase.offset())));
    }

    private static Stream<Phrase> phrases(SourceRule rule) {
        return rule.patterns().stream()
                .flatMap(pattern -> Stream.concat(
                        Stream.of(new Phrase(rule, pattern.type(), pattern.offset())),
                        pattern.constraints().stream()
                                .map(constraint ->
                                        new Phrase(rule, squeezed(constraint.text()), constraint.offset()))));
    }

    /** The rule whose consequence or condition was made into this Java, and in it the line that became {@code javaLine}. */
    Optional<Located> madeInto(String java, int javaLine) {
        return named(java, javaLine)
                .or(() -> containing(squeezed(java)))
                .map(rule ->
                        new Located(Optional.of(rule), new Place(rule.file().path(), line(rule, java, javaLine), 0)));
    }

    /** The rule in whose method the line stands: the engine notes its name before each. */
    private Optional<SourceRule> named(String java, int javaLine) {
        List<String> names = java.lines()
                .limit(Math.max(0, javaLine))
                .map(String::strip)
                .filter(line -> line.startsWith(RULE_NAME))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : input.source().allRules().stream()
                        .filter(rule ->
                                rule.name().equals(names.get(names.size() - 1).substring(RULE_NAME.length())))
                        .findFirst();
    }

    private Optional<SourceRule> containing(String java) {
        return input.source().allRules().stream()
                .filter(rule -> rule.expressions().stream().anyMatch(code -> isIn(java, code)))
                .findFirst();
    }

    /** The import that the message names. */
    Optional<Located> imported(String message) {
        for (SourceFile file : input.source().files()) {
            for (ImportDescr imported : file.content().getImports()) {
                if (message.contains(imported.getTarget())) {
                    Place place = new Place(file.path(), Math.max(1, imported.getLine()), 0);
                    return Optional.of(new Located(Optional.empty(), place));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the Java holds the piece of code; pieces as short as a bare binding could be in any. */
    private static boolean isIn(String java, String code) {
        String squeezed = squeezed(code);
        return squeezed.length() > 3 && java.contains(squeezed);
    }

    private int line(SourceRule rule, String java, int javaLine) {
        List<String> generated = java.lines().toList();
        String wrong = javaLine < 1 || javaLine > generated.size() ? "" : squeezed(generated.get(javaLine - 1));
        int first = rule.content().getLine();
        int authored = wrong.length() > 3
                ? input.firstLine(rule.file(), first, line -> squeezed(line).contains(wrong))
                : 0;
        return authored == 0 ? first : authored;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
