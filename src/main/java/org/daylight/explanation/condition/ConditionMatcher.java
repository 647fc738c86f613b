package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.daylight.evaluation.WorkingMemorySnapshot;
import org.daylight.explanation.value.Bindings;
import org.jspecify.annotations.Nullable;

/** Takes every way through a rule's conditions over some data, in the order written, going back where one does not hold. */
public final class ConditionMatcher {
    /** Beyond this no person would wait for the answer. */
    private static final long MOST_STEPS = 10_000_000;

    private final List<Object> data;
    private final IdentityHashMap<Object, String> ids = new IdentityHashMap<>();
    private final Map<Class<?>, List<Object>> byType = new HashMap<>();
    private final long mostSteps;
    private String rule = "";
    private long steps;

    public ConditionMatcher(WorkingMemorySnapshot snapshot) {
        this(snapshot, MOST_STEPS);
    }

    /**
     * Matches against the data of one moment.
     *
     * @param mostSteps how many patterns and tests of one rule may be tried on data
     */
    public ConditionMatcher(WorkingMemorySnapshot snapshot, long mostSteps) {
        this.data =
                snapshot.data().stream().map(WorkingMemorySnapshot.Item::object).toList();
        snapshot.data().forEach(seen -> ids.put(seen.object(), seen.id()));
        this.mostSteps = mostSteps;
    }

    /** Returns the data of a type, in the order in which they came in. */
    public List<Object> ofType(Class<?> type) {
        return byType.computeIfAbsent(
                type, wanted -> data.stream().filter(wanted::isInstance).toList());
    }

    /** Returns the id of a datum; empty for what is no datum, such as the result of an accumulation. */
    public String id(Object object) {
        return ids.getOrDefault(object, "");
    }

    /** Counts the steps from zero again. */
    public void restart() {
        steps = 0;
    }

    /**
     * Tells {@code match} of every way through a rule's conditions.
     *
     * @throws SearchLimitException when that takes too many steps
     */
    public void match(RuleConditions conditions, ConditionListener listener, Consumer<Bindings> match) {
        rule = conditions.rule().name();
        match(conditions.root(), Bindings.NONE, listener, match);
    }

    /** Counts a step. */
    public void step() {
        if (++steps > mostSteps) {
            throw new SearchLimitException(rule);
        }
    }

    /** As {@link #match(RuleConditions, ConditionListener, Consumer)}, for a part of the conditions, on from what is bound. */
    public void match(ConditionNode node, Bindings bound, ConditionListener listener, Consumer<Bindings> onward) {
        if (node instanceof ConditionNode.And and) {
            matchAll(and.parts(), bound, listener, onward);
        } else if (node instanceof ConditionNode.Or or) {
            matchAny(or, bound, listener, onward);
        } else if (node instanceof ConditionNode.Pattern pattern) {
            matchPattern(pattern, bound, listener, onward);
        } else if (node instanceof ConditionNode.Eval eval) {
            matchEval(eval, bound, listener, onward);
        } else if (node instanceof ConditionNode.Accumulate accumulate) {
            accumulate(accumulate, bound, listener, onward);
        } else if (node instanceof ConditionNode.Exists exists) {
            Bindings match = firstMatch(exists.inside(), bound, listener.forInside());
            decide(exists, exists.condition(), bound, match == null ? bound : null, listener, onward);
        } else if (node instanceof ConditionNode.Not not) {
            Bindings match = firstMatch(not.inside(), bound, listener.forInside());
            decide(not, not.condition(), bound, match, listener, onward);
        } else if (node instanceof ConditionNode.Forall forall) {
            Bindings counterexample = counterexample(forall, bound, listener.forInside());
            decide(forall, forall.condition(), bound, counterexample, listener, onward);
        }
    }

    private void matchAll(
            List<ConditionNode> parts, Bindings bound, ConditionListener listener, Consumer<Bindings> onward) {
        if (parts.isEmpty()) {
            onward.accept(bound);
        } else {
            List<ConditionNode> rest = parts.subList(1, parts.size());
            match(parts.get(0), bound, listener, extended -> matchAll(rest, extended, listener, onward));
        }
    }

    private void matchAny(ConditionNode.Or or, Bindings bound, ConditionListener listener, Consumer<Bindings> onward) {
        boolean[] isMatched = new boolean[1];
        List<ConditionListener> listeners = new ArrayList<>();
        int held = bound.held() + or.size();
        for (ConditionNode branch : or.parts()) {
            ConditionListener branchListener = listener.forBranch();
            match(branch, bound, branchListener, extended -> {
                isMatched[0] = true;
                onward.accept(extended.withHeld(held));
            });
            listeners.add(branchListener);
        }
        if (!isMatched[0]) {
            listener.ended(or, listeners);
        }
    }

    private void matchPattern(
            ConditionNode.Pattern pattern, Bindings bound, ConditionListener listener, Consumer<Bindings> onward) {
        List<Object> objects = pattern.source()
                .map(source -> objects(source, pattern.type(), bound))
                .orElseGet(() -> ofType(pattern.type()));
        if (objects.isEmpty()) {
            listener.ended(pattern, bound, bound);
        }
        for (Object object : objects) {
            step();
            Bindings extended = bound.matched(pattern.variable(), object).with(pattern.calculations());
            ConditionNode.Test failed = firstFailed(pattern.test(), object, extended, listener);
            if (failed == null) {
                onward.accept(extended.withHeld(bound.held() + pattern.size()));
            } else {
                listener.rejected(pattern.test(), failed, object, extended);
            }
        }
    }

    private static List<Object> objects(Bindings.Calculation source, Class<?> type, Bindings bound) {
        Object value = source.expression().apply(bound.values(source.inputs()));
        List<Object> objects = new ArrayList<>();
        if (value instanceof Iterable<?> elements) {
            elements.forEach(objects::add);
        } else if (value instanceof Object[] elements) {
            objects.addAll(Arrays.asList(elements));
        } else if (value != null) {
            objects.add(value);
        }
        return objects.stream().filter(type::isInstance).toList();
    }

    private void matchEval(
            ConditionNode.Eval eval, Bindings bound, ConditionListener listener, Consumer<Bindings> onward) {
        Bindings extended = bound.with(eval.calculations());
        ConditionNode.Test failed = firstFailed(eval.test(), null, extended, listener);
        if (failed == null) {
            onward.accept(extended.withHeld(bound.held() + eval.size()));
        } else {
            Object subject = eval.subject().isEmpty() ? null : bound.value(eval.subject());
            listener.rejected(eval.test(), failed, subject, extended);
        }
    }

    private ConditionNode.@Nullable Test firstFailed(
            ConditionNode.Test test, @Nullable Object datum, Bindings bound, ConditionListener listener) {
        for (ConditionNode.Test part : test.parts()) {
            if (!holds(part, datum, bound, listener)) {
                return part;
            }
        }
        return null;
    }

    private boolean holds(ConditionNode.Test test, @Nullable Object datum, Bindings bound, ConditionListener listener) {
        if (test instanceof ConditionNode.Test.AnyOf any) {
            return any.alternatives().stream().anyMatch(part -> holds(part, datum, bound, listener));
        }
        if (!(test instanceof ConditionNode.Test.Comparison comparison)) {
            return test.parts().stream().allMatch(part -> holds(part, datum, bound, listener));
        }
        step();
        boolean held = comparison.holds(bound);
        listener.tested(comparison.condition(), datum, held);
        return held;
    }

    private void accumulate(
            ConditionNode.Accumulate accumulate,
            Bindings bound,
            ConditionListener listener,
            Consumer<Bindings> onward) {
        List<ConditionNode.AccumulateFunction> functions = accumulate.functions();
        List<Object> states = functions.stream()
                .map(function -> function.collector().supplier().get())
                .toList();
        match(accumulate.inside(), bound, listener.forInside(), way -> {
            for (int index = 0; index < states.size(); index++) {
                ConditionNode.AccumulateFunction function = functions.get(index);
                function.collector()
                        .accumulator()
                        .accept(states.get(index), function.source().apply(way));
            }
        });
        Bindings results = bound;
        for (int index = 0; index < states.size(); index++) {
            Object result = functions.get(index).collector().finisher().apply(states.get(index));
            // One function without a result, such as the least of nothing, is no match; beside others it is an empty
            // place.
            if (result == null && states.size() == 1) {
                listener.ended(accumulate, bound, bound);
                return;
            }
            results = results.with(functions.get(index).result(), result);
        }
        onward.accept(results);
    }

    private void decide(
            ConditionNode node,
            RuleCondition condition,
            Bindings bound,
            @Nullable Bindings contrary,
            ConditionListener listener,
            Consumer<Bindings> onward) {
        listener.tested(condition, null, contrary == null);
        if (contrary == null) {
            onward.accept(bound.withHeld(bound.held() + 1));
        } else {
            listener.ended(node, bound, contrary);
        }
    }

    /** Takes every way, though one would do: the listener is to see each condition inside on all data. */
    private @Nullable Bindings firstMatch(ConditionNode node, Bindings bound, ConditionListener listener) {
        Bindings[] first = new Bindings[1];
        match(node, bound, listener, way -> first[0] = first[0] == null ? way : first[0]);
        return first[0];
    }

    private @Nullable Bindings counterexample(ConditionNode.Forall forall, Bindings bound, ConditionListener listener) {
        Bindings[] first = new Bindings[1];
        match(forall.first(), bound, listener, way -> {
            boolean isWanted = first[0] == null || listener != ConditionListener.NONE;
            if (isWanted && firstMatch(forall.rest(), way, listener) == null && first[0] == null) {
                first[0] = way;
            }
        });
        return first[0];
    }
}
