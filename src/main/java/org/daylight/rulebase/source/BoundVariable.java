package org.daylight.rulebase.source;

import org.jspecify.annotations.Nullable;

/**
 * A name that a condition binds.
 *
 * @param type the pattern's type, or null when it is not a pattern's
 * @param field the field it stands for; null when it stands for the whole match or for a calculation
 * @param wholeMatch whether it stands for what the pattern matched
 * @param function the accumulate function whose result it is, or null
 * @param visible whether a consequence can use it: not from inside {@code not}, {@code exists} or an accumulation
 */
public record BoundVariable(
        String name,
        @Nullable String type,
        @Nullable String field,
        boolean wholeMatch,
        @Nullable String function,
        boolean visible) {}
