package org.daylight.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file that knows where each value stands, so that a problem can name line and column. Every key must
 * be asked for: {@link #refuseUnknownKeys} reports those that were not.
 */
public final class YamlMap {
    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> readKeys = new HashSet<>();
    private final Problems problems;

    YamlMap(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                report(ProblemCode.DUPLICATE_KEY, tuple.getKeyNode(), "`" + key + "` is given twice");
            }
            keys.putIfAbsent(key, tuple.getKeyNode());
        }
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** The line on which a key's value stands; the mapping's first line when it has no such key. */
    public int lineOf(String key) {
        Node value = values.get(key);
        return value == null ? line() : value.getStartMark().getLine() + 1;
    }

    /** The text of a key that must be there; empty text, with a problem reported, when it is not. */
    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                report(ProblemCode.MISSING_KEY, node, "`" + key + "` is missing");
            }
            return "";
        });
    }

    public Optional<String> optionalText(String key) {
        return scalar(key, "text", text -> text);
    }

    Optional<Long> optionalWhole(String key) {
        return scalar(key, "a whole number", Long::valueOf);
    }

    public Optional<Boolean> optionalTruth(String key) {
        return scalar(key, "true or false", Field::truth);
    }

    /** A value read by a parser; what the parser throws becomes a problem that says what was expected. */
    public <T> Optional<T> scalar(String key, String expected, Function<String, T> parser) {
        readKeys.add(key);
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode scalar)) {
            report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must be " + expected);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.getValue()));
        } catch (RuntimeException notParsed) {
            report(
                    ProblemCode.WRONG_VALUE,
                    value,
                    "`" + key + "` is `" + scalar.getValue() + "`, expected " + expected);
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return scalar(key, choices(type), constant(type));
    }

    <E extends Enum<E>> Optional<Set<E>> choiceList(String key, Class<E> type) {
        return values.containsKey(key)
                ? Optional.of(Set.copyOf(scalars(key, choices(type), constant(type))))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    public List<String> textList(String key) {
        return scalars(key, "texts only", Function.identity());
    }

    /** A list of values, each as {@link #scalar} reads one. */
    <T> List<T> scalars(String key, String expected, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (Node item : items(key)) {
            try {
                parsed.add(parser.apply(((ScalarNode) item).getValue()));
            } catch (RuntimeException notParsed) {
                report(ProblemCode.WRONG_VALUE, item, "`" + key + "` may hold " + expected);
            }
        }
        return parsed;
    }

    public Optional<YamlMap> map(String key) {
        readKeys.add(key);
        Node value = values.get(key);
        return value == null ? Optional.empty() : asMap(key, value);
    }

    public List<YamlMap> mapList(String key) {
        return items(key).stream().flatMap(item -> asMap(key, item).stream()).toList();
    }

    /** Scalars by key as plain values: text, {@link Long}, {@link Boolean} or null, as YAML's core schema reads them. */
    public Map<String, @Nullable Object> plainValues() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            readKeys.add(key);
            if (value instanceof ScalarNode scalar) {
                plain.put(key, plain(scalar));
            } else {
                report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must be a single value");
            }
        });
        return plain;
    }

    private static @Nullable Object plain(ScalarNode scalar) {
        return switch (scalar.getTag().getValue()) {
            case "tag:yaml.org,2002:int" -> Long.valueOf(scalar.getValue());
            case "tag:yaml.org,2002:float" -> new BigDecimal(scalar.getValue());
            case "tag:yaml.org,2002:bool" -> Boolean.valueOf(scalar.getValue());
            case "tag:yaml.org,2002:null" -> null;
            default -> scalar.getValue();
        };
    }

    /** Reports every key that was never asked for, and with it what could have been meant. */
    public void refuseUnknownKeys() {
        keys.forEach((key, keyNode) -> {
            if (!readKeys.contains(key)) {
                problems.error(
                        ProblemCode.UNKNOWN_KEY,
                        YamlFile.place(file, keyNode.getStartMark()),
                        "`" + key + "` is not known here",
                        Nearest.fix(key, readKeys));
            }
        });
    }

    public void report(ProblemCode code, String key, String message) {
        report(code, values.getOrDefault(key, node), message);
    }

    private void report(ProblemCode code, Node where, String message) {
        problems.error(code, YamlFile.place(file, where.getStartMark()), message);
    }

    private List<Node> items(String key) {
        readKeys.add(key);
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must be a list");
        return List.of();
    }

    private Optional<YamlMap> asMap(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must hold `key: value` pairs");
        return Optional.empty();
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        return QuotedList.oneOf(
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
}
