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
import org.jspecify.annotations.Nullable;

/**
 * A letter, every text in the language of its reader. Sections without content are left out.
 *
 * @param language tag (BCP 47)
 * @param letterhead name of the writer
 * @param title what it is about
 * @param particulars labels with their values: scheme, purpose, what was asked, and so on
 * @param answer the outcome in one sentence
 * @param sections in the order they are read
 */
public record Letter(
        String language,
        String letterhead,
        String title,
        List<Particular> particulars,
        String answer,
        List<Section> sections) {
    /** In HTML every value is escaped, as what a letter says may come from anybody's statement. */
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    private static final Template HTML = parse("letter.html", Variant.TEXT_HTML);
    private static final Template TEXT = parse("letter.txt", Variant.TEXT_PLAIN);

    public Letter {
        particulars = List.copyOf(particulars);
        sections = List.copyOf(sections);
    }

    /** A label with its value. */
    public record Particular(String label, String says) {}

    /**
     * A part with a heading.
     *
     * @param intro one sentence, or null
     * @param items the paragraphs
     */
    public record Section(String heading, @Nullable String intro, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One paragraph.
     *
     * @param figure at the line's end, such as points; empty for none
     * @param note for whoever checks it: citation, rule, file and line; empty for none
     */
    public record Item(String text, String figure, String note) {
        static Item of(String text) {
            return new Item(text, "", "");
        }
    }

    /** Renders a page that needs no other file, and prints on A4. */
    public String html() {
        return HTML.data("letter", this).render();
    }

    public String text() {
        return TEXT.data("letter", this).render();
    }

    private static Template parse(String file, String contentType) {
        try (InputStream in = Letter.class.getResourceAsStream(file)) {
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
