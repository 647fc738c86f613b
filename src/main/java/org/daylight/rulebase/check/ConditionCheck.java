package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Nearest;
import org.jspecify.annotations.Nullable;

/** Checks every name that a rule's conditions use. */
final class ConditionCheck {
    /** The first words of a type's full name; whether rules may use the type is for the sandbox to say. */
    private static final Set<String> PACKAGES = Set.of("java", "javax", "org", "com");

    private static final Set<String> KEYWORDS = Set.of("""
        true false null this in not contains excludes matches memberOf soundslike str startsWith
        endsWith length new instanceof after before during coincides includes finishes
        finishedby meets metby overlaps overlappedby starts startedby from score decision and or
        exists forall int long boolean double\
        """.split("\\s"));

    private final RuleScope scope;
    private final LiteralCheck literals;

    ConditionCheck(RuleScope scope) {
        this.scope = scope;
        this.literals = new LiteralCheck(scope);
    }

    void check() {
        SourceRule rule = scope.rule();
        for (SourcePattern pattern : rule.patterns()) {
            if (!scope.types().isKnown(pattern.type())) {
                // A pattern begins with its binding, or with a `(`, as the author wrote it.
                scope.unknownType(pattern.type(), rule.file().find(pattern.type(), pattern.offset()));
                continue;
            }
            for (SourceConstraint constraint : pattern.constraints()) {
                check(pattern, constraint);
            }
        }
        rule.accumulations().forEach(accumulation -> checkOutsidePatterns(accumulation.argument()));
        rule.code().forEach(this::checkOutsidePatterns);
    }

    private void check(SourcePattern pattern, SourceConstraint constraint) {
        Optional<Map<String, Property>> fields =
                pattern.matchesData() ? scope.types().fields(pattern.type()) : Optional.empty();
        boolean isResult = pattern.type().equals("Object") && !pattern.matchesData();
        if (fields.isEmpty() && !isResult) {
            return;
        }
        Map<String, Property> known = fields.orElse(Map.of());
        boolean isClean = true;
        for (int at = 0; at < constraint.tokens().size(); at++) {
            isClean &= isClean(pattern, known, constraint.tokens(), at);
        }
        if (isClean) {
            constraint.comparisons().forEach(comparison -> literals.check(pattern, known, comparison));
        }
    }

    private boolean isClean(SourcePattern pattern, Map<String, Property> fields, List<Token> tokens, int at) {
        Token word = tokens.get(at);
        if (isBareName(fields, tokens, at)) {
            bareName(pattern, fields, tokens, at);
            return false;
        }
        if (isKnown(tokens, at) || Tokens.matches(tokens, at + 1, ":") || fields.containsKey(word.text())) {
            return true;
        }
        if (word.text().startsWith("$")) {
            scope.unknownBinding(word, null);
            return false;
        }
        if (fields.isEmpty()) {
            return true;
        }
        Set<String> names = new HashSet<>(fields.keySet());
        names.addAll(scope.names());
        Property compared = compared(fields, tokens, at);
        String text = compared != null && compared.kind() == Property.Kind.TEXT ? asText(word) : null;
        scope.unknownField(pattern.type(), word, names, text);
        return false;
    }

    /** Whether a name with a capital letter stands alone where a value stands: a text or a choice, say. */
    private boolean isBareName(Map<String, Property> fields, List<Token> tokens, int at) {
        Token word = tokens.get(at);
        return word.isWord()
                && Character.isUpperCase(word.text().charAt(0))
                && !fields.isEmpty()
                && !fields.containsKey(word.text())
                && !scope.binds(word.text())
                && !isType(tokens, at);
    }

    /** Whether a name stands where a type may stand: before a member, in a cast, behind {@code new}. */
    private static boolean isType(List<Token> tokens, int at) {
        String before = at == 0 ? "" : tokens.get(at - 1).text();
        String next = at + 1 == tokens.size() ? "" : tokens.get(at + 1).text();
        return Set.of(".", "(", "[", "<", ":", "#", ">").contains(next)
                || Set.of(".", "new", "instanceof", "#", "<").contains(before)
                || (before.equals("(") && next.equals(")") && !Tokens.matches(tokens, at - 2, "in"));
    }

    /** The field that is compared with the word here; null where that is not clear. */
    private static @Nullable Property compared(Map<String, Property> fields, List<Token> tokens, int at) {
        int from = at;
        while (from > 0
                && (from == at || tokens.get(from).is(",") || !tokens.get(from).is("("))) {
            if (Set.of("==", "!=", "<", ">", "<=", ">=")
                    .contains(tokens.get(from - 1).text())) {
                return from == at && from > 1 ? fields.get(tokens.get(from - 2).text()) : null;
            }
            from--;
        }
        boolean listed = Tokens.matches(tokens, from - 1, "in");
        int field = Tokens.matches(tokens, from - 2, "not") ? from - 3 : from - 2;
        return listed && field >= 0 ? fields.get(tokens.get(field).text()) : null;
    }

    private void bareName(SourcePattern pattern, Map<String, Property> fields, List<Token> tokens, int at) {
        Token word = tokens.get(at);
        Property compared = compared(fields, tokens, at);
        if (compared != null && compared.kind() == Property.Kind.CHOICE) {
            boolean known = compared.choices().contains(word.text());
            String near = Nearest.to(word.text(), compared.choices())
                    .orElse(compared.choices().get(0));
            String choice = "`" + compared.declared() + "." + (known ? word.text() : near) + "`";
            scope.report(
                    word,
                    ProblemCode.UNKNOWN_CHOICE,
                    "`" + word.text() + "` alone names no choice",
                    known ? "write " + choice : "did you mean " + choice + "?");
        } else {
            String text = compared != null && compared.kind() == Property.Kind.TEXT ? asText(word) : null;
            scope.unknownField(pattern.type(), word, fields.keySet(), text);
        }
    }

    private static String asText(Token word) {
        return "a text stands in quotation marks: `\"" + word.text() + "\"`";
    }

    /** Checks code outside of patterns, which may use bindings but no fields. */
    private void checkOutsidePatterns(List<Token> code) {
        for (int at = 0; at < code.size(); at++) {
            if (!isKnown(code, at)) {
                scope.unknownBinding(code.get(at), null);
            }
        }
    }

    /** Whether no name is missing here, whatever the fields of a type are. */
    private boolean isKnown(List<Token> code, int at) {
        Token word = code.get(at);
        return !word.isWord()
                || isMember(code, at)
                || Tokens.matches(code, at + 1, "(")
                || scope.binds(word.text())
                || scope.isGlobal(word.text())
                || KEYWORDS.contains(word.text())
                || PACKAGES.contains(word.text())
                || Character.isUpperCase(word.text().charAt(0));
    }

    private static boolean isMember(List<Token> tokens, int at) {
        return Tokens.matches(tokens, at - 1, "#")
                || (Tokens.matches(tokens, at - 1, ".") && !Tokens.matches(tokens, at - 2, "this"));
    }
}
