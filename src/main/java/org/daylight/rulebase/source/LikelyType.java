package org.daylight.rulebase.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daylight.scheme.Nearest;

/** What the author of a misspelt type, or of one that other languages have, most likely means. */
public final class LikelyType {
    private static final Map<String, String> OF_OTHERS = Map.ofEntries(
            Map.entry("string", "String"),
            Map.entry("text", "String"),
            Map.entry("char", "String"),
            Map.entry("character", "String"),
            Map.entry("varchar", "String"),
            Map.entry("number", "int"),
            Map.entry("integer", "int"),
            Map.entry("byte", "int"),
            Map.entry("short", "int"),
            Map.entry("bigint", "long"),
            Map.entry("biginteger", "long"),
            Map.entry("double", "BigDecimal"),
            Map.entry("float", "BigDecimal"),
            Map.entry("decimal", "BigDecimal"),
            Map.entry("money", "long"),
            Map.entry("bool", "boolean"),
            Map.entry("date", "LocalDate"),
            Map.entry("day", "LocalDate"),
            Map.entry("localdatetime", "Instant"),
            Map.entry("datetime", "Instant"),
            Map.entry("timestamp", "Instant"),
            Map.entry("time", "Instant"));

    private LikelyType() {}

    /** The type for a field, if any is near. */
    public static Optional<String> of(String type, Collection<String> known) {
        String meant = OF_OTHERS.get(type.toLowerCase(Locale.ROOT));
        return meant == null ? Nearest.to(type, known) : Optional.of(meant);
    }
}
