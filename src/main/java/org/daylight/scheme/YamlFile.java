package org.daylight.scheme;

import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML files into mappings. */
public final class YamlFile {
    private YamlFile() {}

    /** Reads a file that holds one mapping; empty, with a problem reported, when it does not. */
    public static Optional<YamlMap> parse(String file, String text, Problems problems) {
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, problems));
            }
            problems.error(ProblemCode.NOT_A_MAPPING, new Place(file, 1, 1), "expected `key: value` lines");
        } catch (MarkedYAMLException malformed) {
            report(malformed, file, problems);
        }
        return Optional.empty();
    }

    /**
     * Reads the mappings of a file one after the other, so that it may be larger than memory: its documents, and the items of those
     * documents that are lists. What stands after a syntax error is not read.
     */
    public static void each(String file, Reader text, Problems problems, Consumer<YamlMap> consumer) {
        try {
            for (Node document : yaml().composeAll(text)) {
                List<Node> roots = document instanceof SequenceNode list ? list.getValue() : List.of(document);
                for (Node root : roots) {
                    if (root instanceof MappingNode mapping) {
                        consumer.accept(new YamlMap(file, mapping, problems));
                    } else {
                        problems.error(
                                ProblemCode.NOT_A_MAPPING,
                                place(file, root.getStartMark()),
                                "expected `key: value` lines");
                    }
                }
            }
        } catch (MarkedYAMLException malformed) {
            report(malformed, file, problems);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }

    private static void report(MarkedYAMLException malformed, String file, Problems problems) {
        problems.error(
                ProblemCode.MALFORMED_YAML,
                place(file, malformed.getProblemMark()),
                String.valueOf(malformed.getProblem()));
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
