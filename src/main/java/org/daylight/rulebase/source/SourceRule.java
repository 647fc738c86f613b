package org.daylight.rulebase.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a query, as written.
 *
 * @param offset where it begins in its file
 * @param end of its last character there
 * @param parent the rule it extends, or null
 * @param patterns of all conditions, however nested, in order
 * @param code of {@code eval} and {@code from}
 * @param bindings by name
 * @param consequence behind {@code then}
 * @param annotations by name, without quotes
 */
public record SourceRule(
        String name,
        SourceFile file,
        int offset,
        int end,
        boolean isQuery,
        @Nullable String parent,
        List<SourcePattern> patterns,
        List<Accumulation> accumulations,
        List<List<Token>> code,
        Map<String, BoundVariable> bindings,
        List<Token> consequence,
        Map<String, String> annotations,
        String dialect) {

    public Place place() {
        return file.place(offset);
    }

    public Stream<SourcePattern> required() {
        return patterns.stream().filter(SourcePattern::isRequired);
    }

    /** The calls of a verb in the consequence, each the tokens of its arguments. */
    public List<List<Token>> calls(String receiver, String verb) {
        return VerbCalls.calls(consequence, receiver, verb);
    }

    public boolean says(String receiver, String verb) {
        return !calls(receiver, verb).isEmpty();
    }
}
