package org.daylight.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Sight;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleText;
import org.drools.model.Rule;

/** The conditions of a scheme's rules, to be walked over data. Safe to share. */
public final class Conditions {
    private final List<RuleSteps> rules;
    private final SortedMap<String, String> notWalkable;

    private Conditions(List<RuleSteps> rules, SortedMap<String, String> notWalkable) {
        this.rules = List.copyOf(rules);
        this.notWalkable = Collections.unmodifiableSortedMap(notWalkable);
    }

    public static Conditions of(RuleBase rules) {
        List<RuleSteps> read = new ArrayList<>();
        SortedMap<String, String> notWalkable = new TreeMap<>();
        AuthorLines lines = new AuthorLines(rules.scheme());
        for (Rule model : rules.model()) {
            Optional<RuleText> rule = rules.rule(model.getName());
            if (rule.isPresent()) {
                try {
                    read.add(ConditionReader.read(model, rule.get(), lines));
                } catch (ConditionReader.NotWalkable what) {
                    notWalkable.put(model.getName(), String.valueOf(what.getMessage()));
                }
            }
        }
        return new Conditions(read, notWalkable);
    }

    /** Every condition, by rule in the order of the compiler's model, and in a rule in the order written. */
    public List<Condition> all() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
    }

    /** Rules that use something that cannot be walked, and what that is: nothing is said about their conditions and matches. */
    public SortedMap<String, String> notWalkable() {
        return notWalkable;
    }

    /** All matches there are among the data, each as often as there are ways to it. */
    public List<FoundMatch> matches(Sight sight, Watcher watcher) {
        return matches(rules, sight, watcher);
    }

    /** As {@link #matches(Sight, Watcher)}, of one rule; none when it cannot be walked. */
    public List<FoundMatch> matches(String rule, Sight sight, Watcher watcher) {
        return matches(
                rules.stream().filter(one -> one.rule().name().equals(rule)).toList(), sight, watcher);
    }

    private static List<FoundMatch> matches(List<RuleSteps> rules, Sight sight, Watcher watcher) {
        IdentityHashMap<Object, String> ids = new IdentityHashMap<>();
        sight.data().forEach(seen -> ids.put(seen.object(), seen.id()));
        Walk walk = new Walk(sight.data().stream().map(Sight.Seen::object).toList(), watcher);
        List<FoundMatch> matches = new ArrayList<>();
        for (RuleSteps rule : rules) {
            walk.take(
                    rule.steps(),
                    Bindings.NONE,
                    bound -> matches.add(new FoundMatch(rule.rule().name(), ids(bound, ids))));
        }
        return matches;
    }

    /** What an accumulation or a {@code from} made is no datum and has no id. */
    private static List<String> ids(Bindings bound, IdentityHashMap<Object, String> ids) {
        return bound.data().stream().filter(ids::containsKey).map(ids::get).toList();
    }
}
