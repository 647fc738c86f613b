package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.SourceConstraint;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;

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
        scope.unknownField(pattern.type(), word, names);
        return false;
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
