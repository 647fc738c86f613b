package org.daylight.rulebase.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The types that fields are made of, for suggestions. */
final class FieldTypes {
    private static final List<String> NAMES = List.of(
            "String", "int", "Integer", "long", "Long", "boolean", "Boolean", "LocalDate", "Instant", "BigDecimal");

    private FieldTypes() {}

    static Collection<String> withNames(Collection<String> declared) {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(declared);
        return all;
    }
}
