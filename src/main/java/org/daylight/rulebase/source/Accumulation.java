package org.daylight.rulebase.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function over the data that an {@code accumulate} or {@code collect} goes through.
 *
 * @param function such as {@code sum}; {@code collect}, or {@code inline} for code of the author's
 * @param bound the name of its result, or null
 * @param types simple names of the types it goes through
 * @param argument of the function
 * @param offset of the accumulation in its file
 */
public record Accumulation(
        String function, @Nullable String bound, List<String> types, List<Token> argument, int offset) {
    public Accumulation {
        types = List.copyOf(types);
        argument = List.copyOf(argument);
    }
}
