package org.daylight.scheme;

/** The types of field: what authors declare, and the JSON value that fits. */
public enum FieldType {
    /** {@code String}: a JSON string. */
    TEXT("text"),
    /** {@code int}, {@code Integer}: a JSON number without fraction, 32 bits. */
    INT("a whole number from -2147483648 to 2147483647"),
    /** {@code long}, {@code Long}: a JSON number without fraction, 64 bits. */
    LONG("a whole number"),
    /** {@code BigDecimal}: a JSON number. */
    DECIMAL("a number"),
    /** {@code boolean}, {@code Boolean}: true or false. */
    TRUTH("true or false"),
    /** {@code LocalDate}: a JSON string such as 2026-11-23. */
    DATE("a date such as 2026-11-23"),
    /** {@code Instant}: a JSON string such as 2026-11-23T09:00:00Z. */
    INSTANT("a date and time such as 2026-11-23T09:00:00Z"),
    /** A declared enum: a JSON string, one of the field's choices. */
    CHOICE("one of its choices"),
    /** Anything else: only in types that rules alone make. */
    OTHER("a value that rules make");

    private final String expected;

    FieldType(String expected) {
        this.expected = expected;
    }

    /** Describes its values in words, for somebody who sent something else. */
    public String expected() {
        return expected;
    }
}
