package org.daylight.evaluation;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.EngineText;
import org.daylight.rulebase.source.SourceRule;
import org.jspecify.annotations.Nullable;

/**
 * The rule whose code threw.
 *
 * @param place of the condition that failed, else of the rule
 */
record FailingRule(String name, Place place) {
    /** How the engine tells of a condition that throws. */
    private static final Pattern CONDITION = Pattern.compile("constraint '(.*)' in \\[Rule", Pattern.DOTALL);

    /** The rule whose code is innermost in what was thrown: woven code carries its rule's name for the file it was made of. */
    static Optional<FailingRule> of(@Nullable Throwable thrown, RuleBase rules) {
        String ofScheme = rules.scheme().packageName() + ".";
        return causes(thrown)
                .reduce((outer, inner) -> inner)
                .flatMap(root -> Arrays.stream(root.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(ofScheme))
                        .flatMap(frame -> Stream.ofNullable(frame.getFileName()))
                        .flatMap(name -> rules.source().rule(name).stream())
                        .findFirst())
                .map(rule -> new FailingRule(rule.name(), place(rule, rules.source().engineText(), thrown)));
    }

    /** A rule that is known by name. */
    static Optional<FailingRule> named(@Nullable String name, RuleBase rules) {
        return name == null ? Optional.empty() : rules.rule(name).map(rule -> new FailingRule(name, rule.place()));
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
