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
import org.daylight.scheme.Nearest;

/** Checks every name that a rule's conditions use. */
final class ConditionCheck {
    /** With what a type's full name begins; whether rules may use the type, the sandbox says. */
    private static final Set<String> PACKAGES = Set.of("java", "javax", "org", "com");

    private static final Set<String> WORDS_OF_THE_LANGUAGE = Set.of(
            "true",
            "false",
            "null",
            "this",
            "in",
            "not",
            "contains",
            "excludes",
            "matches",
            "memberOf",
            "soundslike",
            "str",
            "startsWith",
            "endsWith",
            "length",
            "new",
            "instanceof",
            "after",
            "before",
            "during",
            "coincides",
            "includes",
            "finishes",
            "finishedby",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby",
            "from",
            "score",
            "decision",
            "and",
            "or",
            "exists",
            "forall",
            "int",
            "long",
            "boolean",
            "double");

    private final KnownTypes types;
    private final RuleScope scope;
    private final LiteralCheck literals;
    private final Findings findings;

    ConditionCheck(KnownTypes types, RuleScope scope, Findings findings) {
        this.types = types;
        this.scope = scope;
        this.findings = findings;
        this.literals = new LiteralCheck(types, scope, findings);
    }

    void check() {
        SourceRule rule = scope.rule();
        for (SourcePattern pattern : rule.patterns()) {
            if (!types.isKnown(pattern.type())) {
                findings.at(
                        rule.file(),
                        // A pattern begins with its binding, or with a `(`, as the author wrote it.
                        rule.file().find(pattern.type(), pattern.offset()),
                        ProblemCode.UNKNOWN_TYPE,
                        "nothing declares `" + pattern.type() + "`",
                        Nearest.fix(pattern.type(), types.names()));
                continue;
            }
            for (SourceConstraint constraint : pattern.constraints()) {
                check(pattern, constraint);
            }
        }
        rule.accumulations().forEach(accumulation -> free(accumulation.argument()));
        rule.code().forEach(this::free);
    }

    private void check(SourcePattern pattern, SourceConstraint constraint) {
        Optional<Map<String, Property>> fields =
                pattern.matchesData() ? types.fields(pattern.type()) : Optional.empty();
        boolean result = pattern.type().equals("Object") && !pattern.matchesData();
        if (fields.isEmpty() && !result) {
            return;
        }
        Map<String, Property> known = fields.orElse(Map.of());
        boolean clean = true;
        for (int at = 0; at < constraint.tokens().size(); at++) {
            clean &= isClean(pattern, known, constraint.tokens(), at);
        }
        if (clean) {
            constraint.comparisons().forEach(comparison -> literals.check(pattern, known, comparison));
        }
    }

    private boolean isClean(SourcePattern pattern, Map<String, Property> fields, List<Token> tokens, int at) {
        Token word = tokens.get(at);
        if (!word.isWord() || isMember(tokens, at) || isNext(tokens, at, "(") || isNext(tokens, at, ":")) {
            return true;
        }
        if (scope.binds(word.text()) || fields.containsKey(word.text()) || isElsewhere(word)) {
            return true;
        }
        if (word.text().startsWith("$")) {
            unbound(word);
            return false;
        }
        if (fields.isEmpty()) {
            return true;
        }
        findings.at(
                scope.rule().file(),
                word,
                ProblemCode.UNKNOWN_FIELD,
                "`" + pattern.type() + "` has no field `" + word.text() + "`",
                Nearest.fix(word.text(), namesFor(fields)));
        return false;
    }

    private Set<String> namesFor(Map<String, Property> fields) {
        Set<String> names = new HashSet<>(fields.keySet());
        names.addAll(scope.names());
        return names;
    }

    /** Code outside of patterns may use bindings, not fields. */
    private void free(List<Token> code) {
        for (int at = 0; at < code.size(); at++) {
            Token word = code.get(at);
            boolean open = !word.isWord()
                    || isMember(code, at)
                    || isNext(code, at, "(")
                    || scope.binds(word.text())
                    || isElsewhere(word);
            if (!open) {
                unbound(word);
            }
        }
    }

    private void unbound(Token word) {
        findings.at(
                scope.rule().file(),
                word,
                ProblemCode.UNKNOWN_BINDING,
                "no condition binds `" + word.text() + "`",
                Nearest.fix(word.text(), scope.names()));
    }

    private boolean isElsewhere(Token word) {
        return WORDS_OF_THE_LANGUAGE.contains(word.text())
                || PACKAGES.contains(word.text())
                || Character.isUpperCase(word.text().charAt(0))
                || scope.isGlobal(word.text());
    }

    private static boolean isMember(List<Token> tokens, int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean ofThis = at > 1 && tokens.get(at - 2).is("this");
        return (before.is(".") && !ofThis) || before.is("#");
    }

    private static boolean isNext(List<Token> tokens, int at, String text) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is(text);
    }
}
