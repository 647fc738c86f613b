package org.daylight.rulebase.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.jspecify.annotations.Nullable;

/** The names that a rule may use beside its types' fields: what it and the rules it extends bind, and globals. */
final class RuleScope {
    private final SourceRule rule;
    private final Map<String, BoundVariable> bindings;
    private final Set<String> globals = new HashSet<>(Set.of("score", "decision"));

    RuleScope(SourceRule rule, SchemeSource source) {
        this.rule = rule;
        this.bindings = source.bindings(rule);
        source.files()
                .forEach(file -> file.content().getGlobals().forEach(global -> globals.add(global.getIdentifier())));
    }

    SourceRule rule() {
        return rule;
    }

    boolean binds(String name) {
        return bindings.containsKey(name);
    }

    @Nullable
    BoundVariable binding(String name) {
        return bindings.get(name);
    }

    boolean isGlobal(String name) {
        return globals.contains(name);
    }

    Set<String> names() {
        return bindings.keySet();
    }
}
