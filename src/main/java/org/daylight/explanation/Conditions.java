package org.daylight.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.daylight.evaluation.Sight;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleText;
import org.daylight.rulebase.sandbox.Budget;
import org.daylight.rulebase.sandbox.BudgetExhausted;
import org.daylight.rulebase.sandbox.Meter;
import org.drools.model.Rule;

/** The conditions of a scheme's rules, to be walked over data. Safe to share. */
public final class Conditions {
    private static final Map<RuleBase, Conditions> READ = Collections.synchronizedMap(new WeakHashMap<>());

    /** A walk may cost this many times what an assessment may. */
    private static final int ASSESSMENTS = 20;

    private final Budget budget;
    private final List<RuleSteps> rules;
    private final SortedMap<String, String> notWalkable;
    private final Scope.Types types;

    private Conditions(
            Budget assessment, List<RuleSteps> rules, SortedMap<String, String> notWalkable, Scope.Types types) {
        this.budget = new Budget(ASSESSMENTS * assessment.steps(), assessment.text(), assessment.elements());
        this.rules = List.copyOf(rules);
        this.notWalkable = Collections.unmodifiableSortedMap(notWalkable);
        this.types = types;
    }

    /** Read once for each rule base and kept as long as that is. */
    public static Conditions of(RuleBase rules) {
        Conditions known = READ.get(rules);
        if (known == null) {
            known = read(rules);
            READ.put(rules, known);
        }
        return known;
    }

    private static Conditions read(RuleBase rules) {
        List<RuleSteps> read = new ArrayList<>();
        SortedMap<String, String> notWalkable = new TreeMap<>();
        AuthorText text = new AuthorText(rules.scheme());
        for (Rule model : rules.model()) {
            Optional<RuleText> rule = rules.rule(model.getName());
            if (rule.isPresent()) {
                try {
                    read.add(ConditionReader.read(model, rule.get(), text));
                } catch (ConditionReader.NotWalkable what) {
                    notWalkable.put(model.getName(), String.valueOf(what.getMessage()));
                }
            }
        }
        Scope.Types types = new Scope.Types(rules.scheme().packageName(), rules.classes());
        return new Conditions(rules.budget(), read, notWalkable, types);
    }

    /** Every condition, by rule in the order of the compiler's model, and in a rule in the order written. */
    public List<Condition> all() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
    }

    /** Rules that use something that cannot be walked, and what that is: nothing is said about their conditions and matches. */
    public SortedMap<String, String> notWalkable() {
        return notWalkable;
    }

    /**
     * All matches there are among the data, each as often as there are ways to it.
     *
     * @throws TooManyWays when that would cost too much
     */
    public List<FoundMatch> matches(Sight sight, Watcher watcher) {
        return matches(rules, sight, watcher);
    }

    /** As {@link #matches(Sight, Watcher)}, of one rule; none when it cannot be walked. */
    public List<FoundMatch> matches(String rule, Sight sight, Watcher watcher) {
        return matches(
                rules.stream().filter(one -> one.rule().name().equals(rule)).toList(), sight, watcher);
    }

    /** Every rule that can be walked. */
    List<RuleSteps> rules() {
        return rules;
    }

    Scope.Types types() {
        return types;
    }

    /** What the walk of one rule may cost. */
    Budget budget() {
        return budget;
    }

    private List<FoundMatch> matches(List<RuleSteps> walked, Sight sight, Watcher watcher) {
        SeenData data = new SeenData(sight);
        Walk walk = new Walk(data, watcher);
        List<FoundMatch> matches = new ArrayList<>();
        // The conditions are an author's code here as well.
        Meter meter = Meter.start(budget);
        try {
            for (RuleSteps rule : walked) {
                String name = rule.rule().name();
                walk.walk(rule, bound -> matches.add(new FoundMatch(name, ids(bound, data))));
            }
        } catch (BudgetExhausted exhausted) {
            throw new TooManyWays(exhausted.rule());
        } finally {
            meter.stop();
        }
        return matches;
    }

    /** What an accumulation or a {@code from} made is no datum and has no id. */
    private static List<String> ids(Bindings bound, SeenData data) {
        return bound.data().stream().map(data::id).filter(id -> !id.isEmpty()).toList();
    }
}
