package org.daylight.rulebase;

import java.util.List;
import java.util.Optional;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.kie.api.builder.Message;

/**
 * Turns the engine's messages into an author's problems. About conditions it names the file but rarely the line; about
 * consequences it names Java that it generated. Both carry the author's text, by which {@link AuthorText} finds the place.
 */
final class EngineMessages {
    private static final String JAVA_SOURCE = "Java source of ";
    private static final String CODE = "does-not-compile";

    private final Scheme scheme;
    private final AuthorText text;
    private final Problems problems;

    EngineMessages(Scheme scheme, List<RuleFile> files, Problems problems) {
        this.scheme = scheme;
        this.text = new AuthorText(scheme, files);
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
        String said = message.getText().lines().findFirst().orElse("").strip();
        Optional<String> file = scheme.ruleFiles().keySet().stream()
                .filter(name -> path.endsWith(scheme.packageName() + "/" + name))
                .findFirst();
        if (file.isPresent() && message.getLine() > 0) {
            problems.error(CODE, file.get(), message.getLine(), Math.max(0, message.getColumn()), said);
            return;
        }
        Optional<AuthorText.Place> place = file.isPresent()
                ? text.mentionedIn(file.get(), said)
                : source(path, all)
                        .flatMap(source -> text.madeInto(source, message.getLine()))
                        .or(() -> text.imported(said));
        problems.error(
                CODE,
                place.map(AuthorText.Place::file).or(() -> file).orElse(""),
                place.map(AuthorText.Place::line).orElse(0),
                place.map(AuthorText.Place::column).orElse(0),
                place.filter(found -> !found.rule().isEmpty())
                                .map(found -> "in `" + found.rule() + "`: ")
                                .orElse("")
                        + said);
    }

    /** The Java that the engine generated at a path; it shows it in a message of its own. */
    private static Optional<String> source(String path, List<Message> all) {
        return all.stream()
                .map(Message::getText)
                .filter(shown -> shown.startsWith(JAVA_SOURCE + path))
                .map(shown -> shown.substring(shown.indexOf('\n') + 1))
                .findFirst();
    }
}
