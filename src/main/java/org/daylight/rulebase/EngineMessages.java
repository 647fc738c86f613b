package org.daylight.rulebase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.Message;

/**
 * Turns the engine's messages into an author's problems. A message about generated Java names a generated file; its rule is found
 * by the author's text, which the generated class contains word for word.
 */
final class EngineMessages {
    private static final String JAVA_SOURCE = "Java source of ";
    private static final Pattern RULE_NAMED = Pattern.compile("[Rr]ule[ =:]*['\"]([^'\"]+)['\"]");

    private final Scheme scheme;
    private final List<RuleFile> files;
    private final Problems problems;

    EngineMessages(Scheme scheme, List<RuleFile> files, Problems problems) {
        this.scheme = scheme;
        this.files = files;
        this.problems = problems;
    }

    void report(List<Message> messages) {
        for (Message message : messages) {
            if (message.getLevel() == Message.Level.ERROR && !message.getText().startsWith(JAVA_SOURCE)) {
                report(message, messages);
            }
        }
    }

    private void report(Message message, List<Message> all) {
        String path = String.valueOf(message.getPath());
        Optional<String> authored = scheme.ruleFiles().keySet().stream()
                .filter(name -> path.endsWith(scheme.packageName() + "/" + name))
                .findFirst();
        String text = withoutGeneratedNames(message.getText());
        if (authored.isPresent()) {
            problems.error(
                    "does-not-compile",
                    authored.get(),
                    Math.max(0, message.getLine()),
                    Math.max(0, message.getColumn()),
                    text);
            return;
        }
        Optional<Place> place = generated(path, all).or(() -> named(message.getText()));
        problems.error(
                "does-not-compile",
                place.map(Place::file).orElse(""),
                place.map(found -> found.rule().getLine()).orElse(0),
                0,
                place.map(found -> "in `" + found.rule().getName() + "`: ").orElse("") + text);
    }

    private record Place(String file, RuleDescr rule) {}

    private static String withoutGeneratedNames(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private Optional<Place> named(String text) {
        Matcher matcher = RULE_NAMED.matcher(text);
        return matcher.find() ? rule(rule -> rule.getName().equals(matcher.group(1))) : Optional.empty();
    }

    /** The rule whose consequence or condition the generated class at this path carries. */
    private Optional<Place> generated(String path, List<Message> all) {
        return all.stream()
                .map(Message::getText)
                .filter(text -> text.startsWith(JAVA_SOURCE + path))
                .map(EngineMessages::squeezed)
                .findFirst()
                .flatMap(source -> rule(rule -> carries(source, rule)));
    }

    private static boolean carries(String source, RuleDescr rule) {
        String consequence = squeezed(String.valueOf(rule.getConsequence()));
        return (!consequence.isEmpty() && source.contains(consequence))
                || RuleConditions.of(rule).expressions().stream()
                        .map(EngineMessages::squeezed)
                        .anyMatch(condition -> condition.length() > 3 && source.contains(condition));
    }

    private Optional<Place> rule(java.util.function.Predicate<RuleDescr> wanted) {
        return files.stream()
                .flatMap(file ->
                        file.content().getRules().stream().filter(wanted).map(rule -> new Place(file.path(), rule)))
                .findFirst();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
