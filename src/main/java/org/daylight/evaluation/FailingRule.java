package org.daylight.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.RuleMethods;
import org.daylight.rulebase.source.EngineText;
import org.daylight.rulebase.source.SourceRule;
import org.jspecify.annotations.Nullable;

/**
 * The rule, or the query, whose code threw.
 *
 * @param kind what it is called
 * @param place of the statement or the condition that failed, else of the rule
 * @param function that the rule called and that failed, and its statement's place, in words; empty where it was none
 */
record FailingRule(String kind, String name, Place place, String function) {
    /** How the engine tells of a condition that throws. */
    private static final Pattern CONDITION = Pattern.compile("constraint '(.*)' in \\[Rule", Pattern.DOTALL);

    private static final String NO_FUNCTION = "";

    /**
     * The rule whose code is innermost in what was thrown: woven code carries its rule's name for the file it was made of.
     *
     * @param firing the rule whose consequence runs: rules that say the same share their code
     */
    static Optional<FailingRule> of(@Nullable Throwable thrown, @Nullable String firing, RuleBase rules) {
        List<StackTraceElement> own = causes(thrown)
                .reduce((outer, inner) -> inner)
                .map(root -> ownFrames(root, rules))
                .orElse(List.of());
        Optional<Place> computed = own.stream().findFirst().flatMap(inner -> computed(inner, rules));
        // A declared choice's own code bears no rule's name.
        Optional<StackTraceElement> frame = own.stream()
                .filter(code -> code.getFileName() != null
                        && nameOf(code, firing, rules).isPresent())
                .findFirst();
        return frame.flatMap(code -> nameOf(code, firing, rules))
                .or(() -> computed.flatMap(rules.source()::ruleAt))
                .map(rule -> {
                    Place place = frame.flatMap(code -> statement(code, rule, rules))
                            .or(() -> computed)
                            .orElseGet(() -> place(rule, rules.source().engineText(), thrown));
                    return new FailingRule(rule.isQuery() ? "query" : "rule", rule.name(), place, function(own, rules));
                });
    }

    private static Optional<SourceRule> nameOf(StackTraceElement code, @Nullable String firing, RuleBase rules) {
        String name = isConsequence(code) && firing != null ? firing : String.valueOf(code.getFileName());
        return rules.source().rule(name);
    }

    private static boolean isConsequence(StackTraceElement code) {
        return RuleMethods.isConsequence(code.getClassName().replace('.', '/'));
    }

    private static Optional<Place> statement(StackTraceElement code, SourceRule rule, RuleBase rules) {
        return isConsequence(code) ? rules.statement(rule.name(), code.getLineNumber()) : Optional.empty();
    }

    /** Where a piece of a condition is written that the engine was given as a function. */
    private static Optional<Place> computed(StackTraceElement code, RuleBase rules) {
        return rules.source().engineText().functions().stream()
                .filter(piece -> piece.name().equals(code.getMethodName()))
                .map(piece -> piece.written().place())
                .findFirst();
    }

    private static List<StackTraceElement> ownFrames(Throwable root, RuleBase rules) {
        String ofScheme = rules.scheme().packageName() + ".";
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(ofScheme))
                .toList();
    }

    /** What the innermost code is, if that is a function. */
    private static String function(List<StackTraceElement> own, RuleBase rules) {
        StackTraceElement inner = own.get(0);
        return inner.getFileName() != null
                ? NO_FUNCTION
                : rules.statementOfFunction(inner.getMethodName(), inner.getLineNumber())
                        .map(place -> ", in function `" + inner.getMethodName() + "` (" + place.file() + ":"
                                + place.line() + ")")
                        .orElse(NO_FUNCTION);
    }

    /** A rule that is known by name. */
    static Optional<FailingRule> named(@Nullable String name, RuleBase rules) {
        return name == null
                ? Optional.empty()
                : rules.rule(name).map(rule -> new FailingRule("rule", name, rule.place(), NO_FUNCTION));
    }

    /** The same in a sentence, such as: rule `Late` (rules.drl:3). */
    String where() {
        return kind + " `" + name + "` (" + place.file() + ":" + place.line() + ")" + function;
    }

    private static Place place(SourceRule rule, EngineText engineText, @Nullable Throwable thrown) {
        return causes(thrown)
                .map(cause -> CONDITION.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(told -> squeezed(engineText.asWritten(told.group(1))))
                .flatMap(condition -> rule.patterns().stream()
                        .flatMap(pattern -> pattern.constraints().stream())
                        .filter(constraint -> squeezed(constraint.text()).contains(condition)))
                .findFirst()
                .map(constraint -> rule.file().place(constraint.offset()))
                .orElseGet(() -> Place.ofLine(rule.file().path(), rule.line()));
    }

    private static Stream<Throwable> causes(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
