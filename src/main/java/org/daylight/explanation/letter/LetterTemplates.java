package org.daylight.explanation.letter;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The two forms of a letter. */
final class LetterTemplates {
    /** What is in a letter was in somebody's statement: in HTML every value is escaped. */
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    static final Template HTML = parse("letter.html", Variant.TEXT_HTML);
    static final Template TEXT = parse("letter.txt", Variant.TEXT_PLAIN);

    private LetterTemplates() {}

    private static Template parse(String file, String contentType) {
        try (InputStream in = LetterTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the template `" + file + "` is missing");
            }
            return ENGINE.parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), Variant.forContentType(contentType), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
