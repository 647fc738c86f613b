package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.daylight.evaluation.WorkingMemorySnapshot;
import org.daylight.explanation.value.Bindings;
import org.daylight.explanation.value.TypeNames;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.BudgetExhaustedException;
import org.daylight.rulebase.sandbox.Meter;
import org.daylight.rulebase.source.EngineText;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.drools.model.Rule;

/**
 * The conditions of a scheme's rules, to be walked over data. Safe to share.
 *
 * @param budget the budget for walking one rule
 * @param rules every rule that can be walked
 * @param notWalkable rules that use something that cannot be walked, and what that is: nothing is said about their conditions and
 *     matches
 */
public record Conditions(Budget budget, List<RuleConditions> rules, SortedMap<String, String> notWalkable) {
    private static final Map<RuleBase, Conditions> READ = Collections.synchronizedMap(new WeakHashMap<>());

    /** A walk may cost this many times what an assessment may. */
    private static final int BUDGET_FACTOR = 20;

    public Conditions {
        rules = List.copyOf(rules);
        notWalkable = Collections.unmodifiableSortedMap(notWalkable);
    }

    /** Reads the conditions of a rule base once, and keeps them as long as it is in use. */
    public static Conditions of(RuleBase rules) {
        return READ.computeIfAbsent(rules, Conditions::read);
    }

    private static Conditions read(RuleBase rules) {
        List<RuleConditions> read = new ArrayList<>();
        SortedMap<String, String> notWalkable = new TreeMap<>();
        TypeNames types = new TypeNames(rules.scheme().packageName(), rules.classLoader());
        EngineText engineText = rules.source().engineText();
        for (Rule model : rules.model()) {
            Optional<RuleText> rule = rules.rule(model.getName());
            if (rule.isPresent()) {
                try {
                    read.add(ConditionReader.read(
                            model, rule.get(), locator(rules.source(), model.getName(), engineText), types));
                } catch (ConditionReader.UnsupportedConditionException unsupported) {
                    notWalkable.put(model.getName(), String.valueOf(unsupported.getMessage()));
                }
            }
        }
        Budget assessment = rules.budget();
        Budget walk = new Budget(BUDGET_FACTOR * assessment.steps(), assessment.text(), assessment.elements());
        return new Conditions(walk, read, notWalkable);
    }

    private static ConditionLocator locator(SchemeSource source, String rule, EngineText engineText) {
        return new ConditionLocator(source.rule(rule).orElseThrow(), source, engineText);
    }

    /** Returns every condition, by rule in the order of the compiler's model, and in a rule in the order written. */
    public List<RuleCondition> all() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
    }

    /**
     * Finds all matches among the data, each as often as there are ways to it.
     *
     * @throws SearchLimitException when that would cost too much
     */
    public List<RuleMatch> matches(WorkingMemorySnapshot snapshot, ConditionListener listener) {
        return matches(rules, snapshot, listener);
    }

    /** As {@link #matches(WorkingMemorySnapshot, ConditionListener)}, of one rule; none when it cannot be walked. */
    public List<RuleMatch> matches(String rule, WorkingMemorySnapshot snapshot, ConditionListener listener) {
        return matches(rule(rule).stream().toList(), snapshot, listener);
    }

    /** Finds a rule by its name; empty for one that cannot be walked. */
    public Optional<RuleConditions> rule(String name) {
        return rules.stream().filter(rule -> rule.rule().name().equals(name)).findFirst();
    }

    private List<RuleMatch> matches(
            List<RuleConditions> selected, WorkingMemorySnapshot snapshot, ConditionListener listener) {
        ConditionMatcher matcher = new ConditionMatcher(snapshot);
        List<RuleMatch> matches = new ArrayList<>();
        // Conditions are an author's code, so they are metered here as well.
        Meter meter = Meter.start(budget);
        try {
            for (RuleConditions rule : selected) {
                String name = rule.rule().name();
                matcher.match(rule, listener, bound -> matches.add(new RuleMatch(name, ids(bound, matcher))));
            }
        } catch (BudgetExhaustedException exhausted) {
            throw new SearchLimitException(exhausted.rule());
        } finally {
            meter.stop();
        }
        return matches;
    }

    /** Leaves out what an accumulation or a {@code from} made: it is no datum and has no id. */
    private static List<String> ids(Bindings bound, ConditionMatcher matcher) {
        return bound.data().stream()
                .map(matcher::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
