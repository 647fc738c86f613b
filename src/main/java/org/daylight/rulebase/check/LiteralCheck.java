package org.daylight.rulebase.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.check.Property.Kind;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.Comparison;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks that a field is compared with a value of its own kind. */
record LiteralCheck(RuleScope scope) {
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
    private static final Set<String> NUMBERS = Set.of("count", "sum", "average");
    private static final Property NUMBER = Property.of(FieldType.LONG);

    void check(SourcePattern pattern, Map<String, Property> fields, Comparison comparison) {
        Token left = comparison.field();
        if (left == null || !COMPARING.contains(comparison.operator())) {
            return;
        }
        Property property = property(left, fields);
        if (property == null || property.kind() == Kind.ANY) {
            return;
        }
        if (comparison.operator().endsWith("in")) {
            comparison.right().stream()
                    .filter(token -> token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.NUMBER)
                    .forEach(literal -> check(left, property, fields, List.of(literal)));
        } else {
            check(left, property, fields, comparison.right());
        }
    }

    private @Nullable Property property(Token word, Map<String, Property> fields) {
        BoundVariable binding = scope.binding(word.text());
        if (binding == null || fields.containsKey(word.text())) {
            return fields.get(word.text());
        }
        if (binding.function() != null) {
            return NUMBERS.contains(binding.function()) ? NUMBER : null;
        }
        if (binding.type() == null || binding.field() == null) {
            return null;
        }
        String field = binding.field();
        return scope.types()
                .fields(binding.type())
                .map(known -> known.get(field))
                .orElse(null);
    }

    private void check(Token left, Property property, Map<String, Property> fields, List<Token> right) {
        boolean negative = right.size() == 2 && right.get(0).is("-");
        if (right.size() == 1 || negative) {
            single(left, property, fields, right.get(right.size() - 1));
        } else if (property.kind() == Kind.DATE && isDate(right)) {
            String date = Tokens.asWritten(right);
            mismatch(
                    left,
                    right.get(0),
                    property.words(),
                    "the sum `" + date + "`",
                    "write `LocalDate.parse( \"" + date + "\" )`");
        } else if (right.size() == 3 && right.get(1).is(".")) {
            scope.types().choices(right.get(0).text()).ifPresent(choices -> choice(property, left, right, choices));
        }
    }

    private static boolean isDate(List<Token> right) {
        return Tokens.asWritten(right).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private void choice(Property property, Token left, List<Token> right, List<String> choices) {
        Token chosen = right.get(2);
        String enumName = right.get(0).text();
        if (!choices.contains(chosen.text())) {
            scope.report(
                    chosen,
                    ProblemCode.UNKNOWN_CHOICE,
                    "`" + enumName + "` has no value `" + chosen.text() + "`",
                    Nearest.fixOrChoices(chosen.text(), choices));
        } else if (property.kind() != Kind.CHOICE || !property.declared().equals(enumName)) {
            String expected = property.kind() == Kind.CHOICE ? "`" + property.declared() + "`" : property.words();
            mismatch(left, right.get(0), expected, "`" + enumName + "." + chosen.text() + "`", null);
        }
    }

    private void single(Token left, Property property, Map<String, Property> fields, Token right) {
        Kind rightKind =
                switch (right.kind()) {
                    case TEXT -> Kind.TEXT;
                    case NUMBER -> Kind.NUMBER;
                    case SYMBOL -> Kind.ANY;
                    case WORD -> wordKind(right, fields);
                };
        if (rightKind == Kind.ANY || rightKind == property.kind()) {
            return;
        }
        boolean literal = right.kind() != Token.Kind.WORD || isTruth(right);
        String shown = literal ? "`" + right.text() + "`" : "`" + right.text() + "`, " + rightKind.words();
        mismatch(left, right, property.words(), shown, literal ? fix(property, right) : null);
    }

    private Kind wordKind(Token word, Map<String, Property> fields) {
        if (isTruth(word)) {
            return Kind.TRUTH;
        }
        Property property = property(word, fields);
        return property == null ? Kind.ANY : property.kind();
    }

    private static boolean isTruth(Token word) {
        return word.is("true") || word.is("false");
    }

    private void mismatch(Token left, Token right, String expected, String found, @Nullable String fix) {
        scope.report(
                right,
                ProblemCode.TYPE_MISMATCH,
                "`" + left.text() + "` is " + expected + ", but compared with " + found,
                fix);
    }

    private static @Nullable String fix(Property property, Token token) {
        String plain = token.unquoted();
        return switch (property.kind()) {
            case NUMBER -> plain.matches("-?\\d+") ? "write `" + plain + "`" : null;
            case TEXT -> "write `\"" + plain + "\"`";
            case TRUTH -> plain.equals("true") || plain.equals("false") ? "write `" + plain + "`" : null;
            case DATE -> plain.matches("\\d{4}-\\d\\d-\\d\\d") ? "write `LocalDate.parse( \"" + plain + "\" )`" : null;
            case INSTANT -> plain.contains("T") ? "write `Instant.parse( \"" + plain + "\" )`" : null;
            case CHOICE ->
                property.choices().contains(plain)
                        ? "write `" + property.declared() + "." + plain + "`"
                        : Nearest.fix(plain, property.choices());
            case ANY -> null;
        };
    }
}
