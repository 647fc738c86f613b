package org.daylight.scheme;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads JSON (RFC 8259) as the nodes that a {@link YamlMap} is made of. YAML is almost a superset of JSON, but neither its escapes
 * nor its blanks are: {@code \/} and a tab before a key are JSON, and a comment is not.
 */
final class JsonNodes {
    private static final Pattern NAME = Pattern.compile(".*\\.(json|ndjson|jsonl)(:\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StrictEvents.DEEPEST)
                    .maxStringLength(YamlFile.MOST_LETTERS)
                    .build())
            .build();

    private final String file;
    private final Problems problems;
    private final JsonParser parser;
    private boolean inList;
    private boolean ended;

    /**
     * Opens a file.
     *
     * @param name of it, with what leads to it and with the number of its line
     */
    JsonNodes(String name, Reader text, Problems problems) {
        this.file = name;
        this.problems = problems;
        try {
            this.parser = JSON.createParser(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a file of this name holds JSON. */
    static boolean isNameOf(String file) {
        return NAME.matcher(file).matches();
    }

    /** The next document, or item of a document that is a list; null at the end, and where it cannot be read, which is reported. */
    @Nullable
    Node next() {
        try {
            return ended ? null : read();
        } catch (UnsoundTextException unsound) {
            unsound.report(file, problems);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            Place place = at == null ? Place.ofFile(file) : new Place(file, at.getLineNr(), at.getColumnNr());
            JsonMistake.of(String.valueOf(malformed.getOriginalMessage())).report(place, problems);
        } catch (IOException unreadable) {
            problems.error(ProblemCode.UNREADABLE_FILE, Place.ofFile(file), "this cannot be read");
        }
        ended = true;
        return null;
    }

    private @Nullable Node read() throws IOException {
        JsonToken token = parser.nextToken();
        while ((token == JsonToken.START_ARRAY && !inList) || (token == JsonToken.END_ARRAY && inList)) {
            inList = token == JsonToken.START_ARRAY;
            token = parser.nextToken();
        }
        ended = token == null;
        return token == null ? null : node();
    }

    private Node node() throws IOException {
        Mark begin = mark();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                List<NodeTuple> fields = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    Node name = scalar(Tag.STR, ScalarStyle.DOUBLE_QUOTED);
                    parser.nextToken();
                    fields.add(new NodeTuple(name, node()));
                }
                yield new MappingNode(Tag.MAP, true, fields, begin, mark(), FlowStyle.FLOW);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node());
                }
                yield new SequenceNode(Tag.SEQ, true, items, begin, mark(), FlowStyle.FLOW);
            }
            case VALUE_STRING -> scalar(Tag.STR, ScalarStyle.DOUBLE_QUOTED);
            default -> scalar(Tag.STR, ScalarStyle.PLAIN);
        };
    }

    private ScalarNode scalar(Tag tag, ScalarStyle style) throws IOException {
        return new ScalarNode(tag, parser.getText(), mark(), mark(), style);
    }

    private Mark mark() {
        JsonLocation at = parser.currentTokenLocation();
        return new Mark(file, 0, at.getLineNr() - 1, at.getColumnNr() - 1, new int[0], 0);
    }
}
