package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes every way through a rule's conditions over some data, in the order written, going back where one does not hold. */
public final class ConditionMatcher {
    /** Data held against patterns and conditions; with more than this no person would wait for the answer. */
    private static final long MOST_STEPS = 10_000_000;

    private final WorkingMemory data;
    private final ConditionListener watcher;
    private final long mostSteps;
    private String rule = "";
    private long steps;

    public ConditionMatcher(WorkingMemory data, ConditionListener watcher) {
        this(data, watcher, MOST_STEPS);
    }

    public ConditionMatcher(WorkingMemory data, ConditionListener watcher, long mostSteps) {
        this.data = data;
        this.watcher = watcher;
        this.mostSteps = mostSteps;
    }

    /** Steps are counted anew, for this rule. */
    public void begin(String name) {
        rule = name;
        steps = 0;
    }

    /** Tells {@code found} of every way through a rule's conditions. */
    public void walk(RuleSteps walked, Consumer<Bindings> found) {
        rule = walked.rule().name();
        take(walked.steps(), Bindings.NONE, found);
    }

    public void step() {
        if (++steps > mostSteps) {
            throw new SearchLimitException(rule);
        }
    }

    public void take(ConditionNode node, Bindings bound, Consumer<Bindings> found) {
        if (node instanceof ConditionNode.And and) {
            takeAll(and.steps(), 0, bound, found);
        } else if (node instanceof ConditionNode.Or or) {
            or.steps().forEach(conditionNode -> take(conditionNode, bound, found));
        } else if (node instanceof ConditionNode.Pattern pattern) {
            among(data.ofType(pattern.type()), pattern, bound, found);
        } else if (node instanceof ConditionNode.PatternFrom from) {
            among(yielded(from, bound), from.look(), bound, found);
        } else if (node instanceof ConditionNode.Eval eval) {
            Bindings more = bound.with(eval.bounds());
            if (passes(eval.test(), null, more)) {
                found.accept(more);
            }
        } else if (node instanceof ConditionNode.Accumulate accumulate) {
            fold(accumulate, bound, found);
        } else {
            quantified(node, bound, found);
        }
    }

    private void takeAll(List<ConditionNode> steps, int next, Bindings bound, Consumer<Bindings> found) {
        if (next == steps.size()) {
            found.accept(bound);
        } else {
            take(steps.get(next), bound, more -> takeAll(steps, next + 1, more, found));
        }
    }

    private void quantified(ConditionNode node, Bindings bound, Consumer<Bindings> found) {
        boolean held;
        Condition condition;
        if (node instanceof ConditionNode.Exists exists) {
            condition = exists.condition();
            held = ways(exists.inside(), bound) > 0;
        } else if (node instanceof ConditionNode.Not not) {
            condition = not.condition();
            held = ways(not.inside(), bound) == 0;
        } else if (node instanceof ConditionNode.Forall forall) {
            condition = forall.condition();
            int[] without = new int[1];
            take(forall.first(), bound, more -> without[0] += ways(forall.rest(), more) == 0 ? 1 : 0);
            held = without[0] == 0;
        } else {
            throw new IllegalStateException(node.toString());
        }
        watcher.tested(condition, null, held);
        if (held) {
            found.accept(bound);
        }
    }

    /** Every way is taken, though one would do: each condition inside is to be seen on all data. */
    private int ways(ConditionNode node, Bindings bound) {
        int[] ways = new int[1];
        take(node, bound, more -> ways[0]++);
        return ways[0];
    }

    public static List<Object> yielded(ConditionNode.PatternFrom from, Bindings bound) {
        Object value =
                from.source().expression().value(bound.values(from.source().inputs()));
        List<Object> all = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            many.forEach(all::add);
        } else if (value instanceof Object[] many) {
            all.addAll(List.of(many));
        } else if (value != null) {
            all.add(value);
        }
        return all.stream().filter(from.look().type()::isInstance).toList();
    }

    private void among(List<Object> objects, ConditionNode.Pattern pattern, Bindings bound, Consumer<Bindings> found) {
        for (Object object : objects) {
            step();
            Bindings more = bound.matched(pattern.variable(), object).with(pattern.bounds());
            if (passes(pattern.test(), object, more)) {
                found.accept(more);
            }
        }
    }

    private boolean passes(ConditionNode.Test test, @Nullable Object datum, Bindings bound) {
        if (test instanceof ConditionNode.Test.AllOf all) {
            return all.tests().stream().allMatch(one -> passes(one, datum, bound));
        }
        if (test instanceof ConditionNode.Test.AnyOf any) {
            return any.tests().stream().anyMatch(one -> passes(one, datum, bound));
        }
        ConditionNode.Test.One comparison = (ConditionNode.Test.One) test;
        step();
        boolean held = holds(comparison, bound);
        watcher.tested(comparison.condition(), datum, held);
        return held;
    }

    /**
     * The engine tests what needs no join first, whatever the order written, so here a test may meet data that there never reaches
     * it. One that cannot be worked out does not hold.
     */
    public static boolean holds(ConditionNode.Test.One comparison, Bindings bound) {
        try {
            return comparison.predicate().test(bound.values(comparison.variables()));
        } catch (Exception cannotBeWorkedOut) {
            return false;
        }
    }

    private void fold(ConditionNode.Accumulate accumulate, Bindings bound, Consumer<Bindings> found) {
        List<AccumulatorState> folders =
                accumulate.foldings().stream().map(AccumulatorState::new).toList();
        take(accumulate.inside(), bound, more -> folders.forEach(folder -> folder.add(more)));
        Bindings results = bound;
        for (AccumulatorState folder : folders) {
            Object result = folder.result();
            // One function without a result, such as the least of nothing, is no match; beside others it is an empty
            // place.
            if (result == null && folders.size() == 1) {
                return;
            }
            results = results.with(folder.name(), result);
        }
        found.accept(results);
    }
}
