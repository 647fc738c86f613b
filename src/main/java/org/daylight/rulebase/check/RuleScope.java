package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;

/** A rule under check, and the names it may use beside its types' fields: globals, and what it and the rules it extends bind. */
final class RuleScope {
    private final SourceRule rule;
    private final KnownTypes types;
    private final Problems problems;
    private final Map<String, BoundVariable> bindings;
    private final Set<String> functions = new HashSet<>();
    private final Set<String> globals = new HashSet<>(Set.of("score", "decision"));

    RuleScope(SourceRule rule, SchemeSource source, KnownTypes types, Problems problems) {
        this.rule = rule;
        this.types = types;
        this.problems = problems;
        this.bindings = source.bindings(rule);
        source.files()
                .forEach(file -> file.content().getFunctions().forEach(function -> functions.add(function.getName())));
        source.files()
                .forEach(file -> file.content().getGlobals().forEach(global -> globals.add(global.getIdentifier())));
    }

    SourceRule rule() {
        return rule;
    }

    KnownTypes types() {
        return types;
    }

    /** Reports what is wrong at a word of the rule. */
    void report(Token word, ProblemCode code, String message, @Nullable String fix) {
        report(word.offset(), code, message, fix);
    }

    void report(int offset, ProblemCode code, String message, @Nullable String fix) {
        problems.error(code, rule.file().place(offset), message, fix);
    }

    void unknownType(String type, int offset) {
        report(offset, ProblemCode.UNKNOWN_TYPE, "nothing declares `" + type + "`", Nearest.fix(type, types.names()));
    }

    /** Reports a name that nothing binds. The fix is the name nearest to it, or {@code otherwise} where none is near. */
    void unknownBinding(Token word, @Nullable String otherwise) {
        String nearest = Nearest.fix(word.text(), names());
        String message = "no condition binds `" + word.text() + "`";
        report(word, ProblemCode.UNKNOWN_BINDING, message, nearest == null ? otherwise : nearest);
    }

    void unknownField(String type, Token word, Set<String> known) {
        unknownField(type, word, known, null);
    }

    /** As before, with what else may be meant where no known name is near. */
    void unknownField(String type, Token word, Set<String> known, @Nullable String otherwise) {
        String message = "`" + type + "` has no field `" + word.text() + "`";
        String near = Nearest.fix(word.text(), known);
        report(word, ProblemCode.UNKNOWN_FIELD, message, near == null ? otherwise : near);
    }

    boolean binds(String name) {
        return bindings.containsKey(name);
    }

    @Nullable
    BoundVariable binding(String name) {
        return bindings.get(name);
    }

    boolean isFunction(String name) {
        return functions.contains(name);
    }

    boolean isGlobal(String name) {
        return globals.contains(name);
    }

    Set<String> names() {
        return bindings.keySet();
    }
}
