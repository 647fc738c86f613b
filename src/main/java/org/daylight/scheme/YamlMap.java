package org.daylight.scheme;

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
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
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
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{FEFF}&&[^\\t\\r\\n]]");

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
            String key = key(tuple.getKeyNode());
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                report(ProblemCode.DUPLICATE_KEY, tuple.getKeyNode(), "`" + key + "` is given twice");
            }
            keys.putIfAbsent(key, tuple.getKeyNode());
        }
    }

    private String key(Node keyNode) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            report(ProblemCode.UNSUPPORTED_YAML, keyNode, "a list or a mapping cannot be a key here");
            return "?";
        }
        if (YamlScalar.of(scalar).isMerge()) {
            problems.error(
                    ProblemCode.UNSUPPORTED_YAML,
                    YamlFile.place(file, keyNode.getStartMark()),
                    "a merge key (`<<`) is not part of the YAML that is read here",
                    "write out what it stands for");
        }
        return scalar.getValue();
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
        return scalar(key, FieldType.LONG, WrittenNumber::whole);
    }

    public Optional<Boolean> optionalTruth(String key) {
        return scalar(key, FieldType.TRUTH, YamlMap::truth);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** A value that must not stand in quotation marks. */
    private <T> Optional<T> scalar(String key, FieldType type, Function<String, T> parser) {
        String expected = type.expected();
        if (values.get(key) instanceof ScalarNode scalar
                && !YamlScalar.of(scalar).plain()) {
            readKeys.add(key);
            wrong(key, scalar, expected, Spelling.fix(type, scalar.getValue()));
            return Optional.empty();
        }
        return scalar(key, expected, text -> Spelling.fix(type, text), parser);
    }

    /** A value read by a parser; what the parser throws becomes a problem that says what was expected. */
    public <T> Optional<T> scalar(String key, String expected, Function<String, T> parser) {
        return scalar(key, expected, text -> null, parser);
    }

    private <T> Optional<T> scalar(
            String key, String expected, Function<String, @Nullable String> fix, Function<String, T> parser) {
        readKeys.add(key);
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode scalar)) {
            report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must be " + expected);
            return Optional.empty();
        }
        if (YamlScalar.of(scalar).isNull()) {
            problems.error(
                    ProblemCode.WRONG_VALUE,
                    YamlFile.place(file, value.getStartMark()),
                    "`" + key + "` has no value, expected " + expected,
                    "write one, or take the line out");
            return Optional.empty();
        }
        reportUnseen(scalar);
        try {
            return Optional.of(parser.apply(scalar.getValue()));
        } catch (RuntimeException notParsed) {
            wrong(key, scalar, expected, fix.apply(scalar.getValue()));
            return Optional.empty();
        }
    }

    /** An escape such as {@code \x1b} can write what the file itself must not hold. */
    private void reportUnseen(ScalarNode scalar) {
        String text = scalar.getValue();
        int begin = scalar.getStartMark().getLine() + 1;
        int end = scalar.getEndMark().getLine() + 1;
        boolean unseen = UNSEEN.matcher(text).find() || UnseenLetters.areIn(text) || !StrictJson.isSound(text);
        // What the file itself holds is told at its own letter.
        if (unseen && !problems.tells(ProblemCode.CONTROL_CHARACTER, file, begin, end)) {
            report(ProblemCode.CONTROL_CHARACTER, scalar, "this text has a control character, which nobody can see");
        }
    }

    private void wrong(String key, ScalarNode value, String expected, @Nullable String fix) {
        problems.error(
                ProblemCode.WRONG_VALUE,
                YamlFile.place(file, value.getStartMark()),
                "`" + key + "` is `" + StrictJson.cut(value.getValue()) + "`, expected " + expected,
                fix);
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
                ScalarNode scalar = (ScalarNode) item;
                if (YamlScalar.of(scalar).isNull()) {
                    throw new IllegalArgumentException(key);
                }
                reportUnseen(scalar);
                parsed.add(parser.apply(scalar.getValue()));
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

    /** Scalars by key as {@link YamlScalar} reads them: text, {@link Long}, a decimal, {@link Boolean} or null. */
    public Map<String, @Nullable Object> plainValues() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            readKeys.add(key);
            if (value instanceof ScalarNode scalar) {
                plain.put(key, YamlScalar.of(scalar).value());
            } else {
                report(ProblemCode.WRONG_VALUE, value, "`" + key + "` must be a single value");
            }
        });
        return plain;
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
