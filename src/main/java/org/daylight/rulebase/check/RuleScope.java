package org.daylight.rulebase.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.rulebase.source.BoundVariable;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Sources;
import org.jspecify.annotations.Nullable;

/** The names that a rule may use beside its types' fields: what it and the rules it extends bind, and globals. */
final class RuleScope {
    private final SourceRule rule;
    private final Map<String, BoundVariable> bindings = new HashMap<>();
    private final Set<String> globals = new HashSet<>(Set.of("score", "decision"));

    RuleScope(SourceRule rule, Sources sources) {
        this.rule = rule;
        List<SourceRule> family = sources.family(rule);
        family.forEach(one -> one.bindings().forEach(bindings::putIfAbsent));
        sources.files()
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
