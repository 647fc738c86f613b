package org.daylight.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of problem that an author can be told of. Their texts are stable, for they are what reports and editors show. */
public enum ProblemCode {
    ALLOW_WITHOUT_REASON,
    BAD_EXPRESSION,
    BAD_REASON,
    BAD_RULE_NAME,
    BAD_SCHEME_ID,
    BARE_ARITHMETIC,
    BINDING_IN_BINDING,
    CHOICE_VALUE,
    COLLIDING_FILES,
    CONTROL_CHARACTER,
    DOES_NOT_COMPILE,
    DUPLICATE_CATALOGUE,
    DUPLICATE_CHOICE,
    DUPLICATE_COLUMN,
    DUPLICATE_FIELD,
    DUPLICATE_ID,
    DUPLICATE_KEY,
    DUPLICATE_RULE,
    DUPLICATE_SERVICE,
    DUPLICATE_TYPE,
    EFFECT_IN_CONDITION,
    EMPTY_NOTICE,
    ESSENTIAL_READS_CONDUCT,
    FIELD_IN_CONSEQUENCE,
    FORBIDDEN_CALL,
    FORBIDDEN_CONSTRUCT,
    FOREIGN_CLASS,
    GAPPED_ROWS,
    INPUT_CHANGED,
    INPUT_MADE,
    INTERNAL_FAULT,
    INVALID_VALUE,
    LINK_OUT,
    MALFORMED_CSV,
    MALFORMED_JSON,
    MALFORMED_YAML,
    MISSING_COLUMN,
    MISSING_FIELD,
    MISSING_FILE,
    MISSING_KEY,
    MISSING_REASON,
    MISSING_TRANSLATION,
    MORE_PROBLEMS,
    NEVER_FIRES,
    NEVER_GRANTED,
    NEVER_REFUSED,
    NO_EVENTS,
    NO_RULES,
    NO_WAY_BACK,
    NOT_A_MAPPING,
    NOT_CHANGEABLE,
    NOT_UTF_8,
    OPTIONAL_PRIMITIVE,
    OUT_OF_RANGE,
    OVERLAPPING_ROWS,
    RECURSION,
    REFUSED_BY_COUNT,
    REPEATED_RULE,
    RESERVED_NAME,
    SHADOWED_RULE,
    SYNTAX,
    THRESHOLD_GAP,
    THRESHOLD_OVERLAP,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY_BINDINGS,
    TYPE_MISMATCH,
    UNBOUNDED_ACCUMULATION,
    UNKNOWN_ALLOW,
    UNKNOWN_ANNOTATION,
    UNKNOWN_BINDING,
    UNKNOWN_CHOICE,
    UNKNOWN_COLUMN,
    UNKNOWN_DIRECTION,
    UNKNOWN_FIELD,
    UNKNOWN_FUNCTION,
    UNKNOWN_ID,
    UNKNOWN_KEY,
    UNKNOWN_LANGUAGE,
    UNKNOWN_NAME,
    UNKNOWN_RULE,
    UNKNOWN_SERVICE,
    UNKNOWN_TERM,
    UNKNOWN_TYPE,
    UNKNOWN_VERB,
    UNREADABLE_FILE,
    UNREAD_FILE,
    UNSCORED_AS_LOWEST,
    UNSUPPORTED_FIELD_TYPE,
    UNSUPPORTED_LANGUAGE,
    UNSUPPORTED_YAML,
    UNUSED_ALLOW,
    UNUSED_FIELD,
    UNUSED_PARAMETER,
    UNUSED_SERVICE,
    UNUSED_TYPE,
    VAGUE_REASON,
    WRONG_ARGUMENTS,
    WRONG_PACKAGE,
    WRONG_ROW,
    WRONG_TYPE,
    WRONG_VALUE;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code whose text this is; a caller's codes about data are among them. */
    public static ProblemCode of(String text) {
        return Arrays.stream(values())
                .filter(code -> code.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no code " + text));
    }

    /** The code as people read it, in kebab-case. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
