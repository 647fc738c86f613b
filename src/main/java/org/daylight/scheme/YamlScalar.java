package org.daylight.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a single value in a YAML file means. Without quotation marks {@code true}, {@code false}, {@code null} and numbers as JSON
 * writes them are what they are in JSON (the JSON schema of YAML 1.2). Everything else is the text that stands there: {@code yes},
 * {@code 12:30} and {@code 1_000} as much as a date. Nothing is ever changed on the way.
 *
 * @param text the characters, without quotation marks
 * @param plain whether it stands without quotation marks
 */
record YamlScalar(String text, boolean plain) {

    static YamlScalar of(ScalarNode node) {
        return new YamlScalar(node.getValue(), node.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN);
    }

    boolean isMerge() {
        return plain && text.equals("<<");
    }

    boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** Text, {@link Long}, {@link BigDecimal}, {@link Boolean} or null. */
    @Nullable
    Object value() {
        if (!plain) {
            return text;
        }
        if (isNull()) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        Number number = WrittenNumber.read(text);
        return number == null ? text : number;
    }
}
