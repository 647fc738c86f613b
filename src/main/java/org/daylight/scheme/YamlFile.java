package org.daylight.scheme;

import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML files, and JSON files by their names, into mappings: the one reader of manifests, catalogues, cases and dossiers. Of YAML it takes what {@link StrictEvents}
 * lets through, and what plain values mean is said by {@link YamlScalar}.
 */
public final class YamlFile {
    /** Letters of one document; beyond any that people write, and what is made of them fits into memory. */
    static final int MOST_LETTERS = 8_000_000;

    private static final String SECOND = "more stands here, and the file may hold one document";
    private static final String NO_MAPPING = "expected `key: value` lines";

    private final String file;
    private final Problems problems;
    private final StrictEvents events;
    private final Composer composer;

    private YamlFile(String file, Reader text, boolean oneDocument, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_LETTERS);
        options.setNestingDepthLimit(StrictEvents.DEEPEST + 1);
        this.file = file;
        this.problems = problems;
        this.events = new StrictEvents(new ParserImpl(new StreamReader(new RunLimit(text)), options), oneDocument);
        this.composer = new Composer(events, new Resolver(), options);
    }

    /** Reads a file that holds one mapping; empty, with a problem reported, when it does not. */
    public static Optional<YamlMap> parse(String file, String text, Problems problems) {
        int before = problems.count();
        Supplier<@Nullable Node> documents = documents(file, new StringReader(text), true, problems);
        Node root = documents.get();
        if (root instanceof MappingNode mapping) {
            // Whatever follows is looked at too, and refused.
            Node second = documents.get();
            if (second != null && problems.count() == before) {
                problems.error(ProblemCode.NOT_A_MAPPING, place(file, second.getStartMark()), SECOND);
            }
            return problems.count() == before ? Optional.of(new YamlMap(file, mapping, problems)) : Optional.empty();
        }
        if (problems.count() == before) {
            problems.error(ProblemCode.NOT_A_MAPPING, new Place(file, 1, 1), NO_MAPPING);
        }
        return Optional.empty();
    }

    /**
     * Reads the mappings of a file one after the other, so that it may be larger than memory: its documents, and the items of those
     * documents that are lists. What stands after a syntax error is not read.
     */
    public static void each(String file, Reader text, Problems problems, Consumer<YamlMap> consumer) {
        Supplier<@Nullable Node> documents = documents(file, text, false, problems);
        for (Node document = documents.get(); document != null; document = documents.get()) {
            List<Node> roots = document instanceof SequenceNode list ? list.getValue() : List.of(document);
            for (Node root : roots) {
                if (root instanceof MappingNode mapping) {
                    consumer.accept(new YamlMap(file, mapping, problems));
                } else {
                    problems.error(ProblemCode.NOT_A_MAPPING, place(file, root.getStartMark()), NO_MAPPING);
                }
            }
        }
    }

    private static Supplier<@Nullable Node> documents(
            String file, Reader text, boolean oneDocument, Problems problems) {
        return JsonNodes.isNameOf(file)
                ? new JsonNodes(file, text, problems)::next
                : new YamlFile(file, text, oneDocument, problems)::next;
    }

    /** The next document; null at the end, and where it cannot be read, which is reported. */
    private @Nullable Node next() {
        try {
            return composer.checkNode() ? composer.getNode() : null;
        } catch (StrictYamlException refused) {
            refused.report(file, problems);
        } catch (MarkedYAMLException malformed) {
            YamlMistake mistake = YamlMistake.of(malformed);
            problems.error(ProblemCode.MALFORMED_YAML, latest(mistake.mark()), mistake.message(), mistake.fix());
        } catch (ReaderException unseen) {
            problems.error(
                    ProblemCode.CONTROL_CHARACTER,
                    latest(events.latest()),
                    String.format(
                            "behind this stands a character (U+%04X) that no YAML file may hold",
                            unseen.getCodePoint()),
                    "delete it");
        } catch (YAMLException unreadable) {
            unreadable(unreadable);
        } catch (RuntimeException | StackOverflowError faulty) {
            problems.fault(file);
        }
        return null;
    }

    private void unreadable(YAMLException thrown) {
        if (thrown.getCause() instanceof UnsoundTextException unsound) {
            unsound.report(file, problems);
        } else if (String.valueOf(thrown.getMessage()).contains("exceeds the limit")) {
            problems.error(
                    ProblemCode.TOO_LARGE,
                    Place.ofFile(file),
                    "a document has more than the " + MOST_LETTERS + " letters allowed");
        } else {
            problems.error(ProblemCode.MALFORMED_YAML, latest(events.latest()), "this cannot be read from here on");
        }
    }

    private Place latest(@Nullable Mark mark) {
        return mark == null ? Place.ofFile(file) : place(file, mark);
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
