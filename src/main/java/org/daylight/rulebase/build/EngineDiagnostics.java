package org.daylight.rulebase.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.syntax.ConsequenceMistakes;
import org.daylight.rulebase.syntax.Mistake;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Turns the engine's messages into an author's problems. About conditions it names the file but rarely the line; about
 * consequences it names Java that it generated. Both carry the author's text, by which {@link SourceLocator} finds the place.
 */
final class EngineDiagnostics {
    private static final String JAVA_SOURCE = "Java source of ";

    /** Told of text that the engine cannot read, mostly without saying why. */
    private static final Set<ProblemCode> OF_TEXT =
            Set.of(ProblemCode.SYNTAX, ProblemCode.DOES_NOT_COMPILE, ProblemCode.UNKNOWN_VERB);

    private final BuildInput input;
    private final Map<String, String> asGenerated;
    private final SourceLocator locator;
    private final Problems problems;
    private final List<Runnable> unplaced = new ArrayList<>();

    /**
     * Reports to {@code problems}.
     *
     * @param asGenerated the generated Java before its arithmetic was made exact, by path
     */
    EngineDiagnostics(BuildInput input, Map<String, String> asGenerated, Problems problems) {
        this.input = input;
        this.asGenerated = asGenerated;
        this.locator = new SourceLocator(input);
        this.problems = problems;
    }

    void report(List<Message> messages) {
        List<Message> generatedLast = messages.stream()
                .sorted(Comparator.comparing(EngineDiagnostics::isGenerated))
                .toList();
        for (Message message : generatedLast) {
            if (message.getLevel() == Message.Level.ERROR && !message.getText().startsWith(JAVA_SOURCE)) {
                report(message, messages);
            }
        }
        // A message without a place repeats, about generated code, what another one says with a place, unless it is all
        // there is.
        if (!problems.hasErrors()) {
            unplaced.forEach(Runnable::run);
        }
    }

    /** Whether the message is about generated code that describes all rules. */
    private static boolean isGenerated(Message message) {
        return String.valueOf(message.getPath()).matches(".*Rules[0-9A-F]{32}\\w*\\.java");
    }

    private void report(Message message, List<Message> messages) {
        String path = String.valueOf(message.getPath());
        String line = message.getText().lines().findFirst().orElse("").strip();
        EngineMessageTranslation translation = EngineMessageTranslation.of(line);
        Optional<String> file = input.scheme().ruleFiles().keySet().stream()
                .filter(name -> path.endsWith(input.scheme().packageName() + "/" + name))
                .findFirst();
        Optional<String> java = file.isPresent() ? Optional.empty() : generatedJava(path, messages);
        Optional<Place> inFunction = java.flatMap(
                code -> new StatementNumbers(input.source(), asGenerated).functionAt(code, message.getLine()));
        Optional<SourceLocator.Located> located = file.isPresent()
                ? locator.mentionedIn(file.get(), line)
                : java.filter(code -> inFunction.isEmpty())
                        .flatMap(code -> locator.madeInto(code, message.getLine()))
                        .or(() -> locator.imported(line));
        Optional<SourceRule> rule = located.flatMap(SourceLocator.Located::rule)
                .or(() -> file.flatMap(name -> ruleAt(name, message.getLine())));
        Place place = inFunction
                .or(() -> wordOf(translation, rule, file))
                .or(() -> located.map(SourceLocator.Located::place))
                .orElseGet(() -> file.map(name ->
                                new Place(name, Math.max(0, message.getLine()), Math.max(0, message.getColumn())))
                        .orElse(Place.FOLDER));
        Optional<Mistake> mistake = rule.filter(faulty -> OF_TEXT.contains(translation.code()))
                .flatMap(faulty -> ConsequenceMistakes.first(faulty.consequence()));
        if (mistake.isPresent()) {
            Place told = rule.get().file().place(mistake.get().offset());
            problems.error(
                    ProblemCode.SYNTAX,
                    told,
                    mistake.get().message(),
                    mistake.get().fix());
            return;
        }
        Runnable report =
                () -> problems.error(translation.code(), place, translation.message(), fix(translation, rule));
        if (place.file().isEmpty()) {
            unplaced.add(report);
        } else {
            report.run();
        }
    }

    private Optional<SourceRule> ruleAt(String file, int line) {
        return input.source().allRules().stream()
                .filter(rule -> rule.file().path().equals(file) && rule.place().line() == line)
                .findFirst();
    }

    /** The place of the word that the message is about: in the rule where that is known, else in the first file that has it. */
    private Optional<Place> wordOf(
            EngineMessageTranslation translation, Optional<SourceRule> rule, Optional<String> file) {
        String word = translation.word();
        if (word == null) {
            return Optional.empty();
        }
        if (rule.isPresent()) {
            return find(word, rule.get().file(), rule.get().offset(), rule.get().end());
        }
        return input.source().files().stream()
                .filter(sourceFile -> sourceFile.path().equals(file.orElse(sourceFile.path())))
                .flatMap(sourceFile ->
                        find(word, sourceFile, 0, sourceFile.text().length()).stream())
                .findFirst();
    }

    private static Optional<Place> find(String word, SourceFile file, int from, int to) {
        Matcher matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(file.text())
                .region(from, Math.min(to, file.text().length()))
                .useTransparentBounds(true);
        // The last one: consequences come last, and it is mostly about them that only a word is known.
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at < 0 ? Optional.empty() : Optional.of(file.place(at));
    }

    private @Nullable String fix(EngineMessageTranslation translation, Optional<SourceRule> rule) {
        String word = translation.word();
        if (!translation.isName() || word == null) {
            return translation.fix();
        }
        Set<String> known = new HashSet<>(Set.of("score", "decision"));
        rule.ifPresent(located -> known.addAll(located.bindings().keySet()));
        return Nearest.to(word, known)
                .filter(near -> !near.equals(word))
                .map(Nearest::question)
                .orElse(translation.fix());
    }

    /** The Java that the engine generated at a path, which it gives in a message of its own. */
    private Optional<String> generatedJava(String path, List<Message> messages) {
        Optional<String> beforeRewriting = asGenerated.entrySet().stream()
                .filter(file -> path.endsWith(file.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return beforeRewriting.or(() -> inMessage(path, messages));
    }

    private static Optional<String> inMessage(String path, List<Message> messages) {
        return messages.stream()
                .map(Message::getText)
                .filter(text -> text.startsWith(JAVA_SOURCE + path))
                .map(text -> text.substring(text.indexOf('\n') + 1))
                .findFirst();
    }
}
