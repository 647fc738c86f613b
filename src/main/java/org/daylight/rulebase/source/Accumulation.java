package org.daylight.rulebase.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function over what an accumulation goes through.
 *
 * @param function such as {@code sum}
 * @param bound the name of its result, or null
 * @param types what is gone through
 * @param argument of the function
 * @param offset where the accumulation begins
 */
public record Accumulation(
        String function, @Nullable String bound, List<String> types, List<Token> argument, int offset) {
    public Accumulation {
        types = List.copyOf(types);
        argument = List.copyOf(argument);
    }
}
