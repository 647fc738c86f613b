package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.RuleCondition;
import org.daylight.explanation.value.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a matcher, and keeps the failures that lie furthest on: those before which the most conditions held. What fails in a
 * branch of an {@code or} is kept for the branch; what fails inside a quantifier only where the quantifier itself fails.
 */
final class DeepestFailures implements ConditionListener {
    /** Among more equals than this, nobody is surprised if the very closest is not named. */
    private static final int MOST_KEPT = 64;

    private final ConditionMatcher matcher;
    private final List<Failure> failures = new ArrayList<>();
    private int held = -1;

    DeepestFailures(ConditionMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * The end of a way through a rule's conditions.
     *
     * @param node the node at which it ends; null when it ends at a test
     * @param test the test that does not hold; null when it does not end at a test
     * @param datum the datum on which the test does not hold; null where it is about a result
     * @param bound everything that the test can see
     * @param data the data that a {@code not} forbids, or on which a {@code forall} does not hold
     * @param inside the failures of each branch of an {@code or}, or of what is inside a quantifier
     */
    record Failure(
            @Nullable ConditionNode node,
            ConditionNode.@Nullable Test test,
            @Nullable Object datum,
            Bindings bound,
            List<Object> data,
            List<DeepestFailures> inside) {}

    /** The number of conditions that held before the failures; -1 when no way was tried. */
    int held() {
        return held;
    }

    /** The failures, in the order in which the data came in. */
    List<Failure> failures() {
        return failures;
    }

    @Override
    public void tested(RuleCondition condition, @Nullable Object datum, boolean holds) {
        // A test that does not hold is told again as the end of a way.
    }

    @Override
    public void rejected(ConditionNode.Test test, ConditionNode.Test failed, @Nullable Object datum, Bindings bound) {
        int holding = 0;
        boolean isBehind = false;
        for (ConditionNode.Test part : test.parts()) {
            if (part == failed) {
                isBehind = true;
            } else if (!isBehind) {
                holding++;
            } else {
                matcher.step();
                holding += part.holds(bound) ? 1 : 0;
            }
        }
        int reached = bound.held() + (excludesItself(failed) ? 0 : holding);
        keep(reached, () -> new Failure(null, failed, datum, bound, List.of(), List.of()));
    }

    /** Whether a test only sets a datum apart from itself: such a datum is not close, whatever else holds on it. */
    private static boolean excludesItself(ConditionNode.Test test) {
        return test instanceof ConditionNode.Test.Comparison comparison
                && comparison.condition().text().startsWith("this !=");
    }

    @Override
    public void ended(ConditionNode node, Bindings before, Bindings inside) {
        List<DeepestFailures> failing = node instanceof ConditionNode.Exists exists
                ? List.of(search(exists.inside(), before))
                : node instanceof ConditionNode.Forall forall ? List.of(search(forall.rest(), inside)) : List.of();
        List<Object> data = inside.data();
        keep(
                before.held(),
                () -> new Failure(
                        node, null, null, before, data.subList(before.data().size(), data.size()), failing));
    }

    private DeepestFailures search(ConditionNode node, Bindings bound) {
        DeepestFailures inside = new DeepestFailures(matcher);
        matcher.match(node, bound.withHeld(0), inside, way -> {});
        return inside;
    }

    @Override
    public void ended(ConditionNode.Or or, List<ConditionListener> branches) {
        List<DeepestFailures> deepestFirst = branches.stream()
                .map(DeepestFailures.class::cast)
                .sorted(Comparator.comparingInt(DeepestFailures::held).reversed())
                .toList();
        keep(deepestFirst.get(0).held(), () -> new Failure(or, null, null, Bindings.NONE, List.of(), deepestFirst));
    }

    @Override
    public ConditionListener forBranch() {
        return new DeepestFailures(matcher);
    }

    @Override
    public ConditionListener forInside() {
        return NONE;
    }

    private void keep(int conditionsHeld, Supplier<Failure> failure) {
        if (conditionsHeld < held) {
            return;
        }
        if (conditionsHeld > held) {
            held = conditionsHeld;
            failures.clear();
        }
        if (failures.size() < MOST_KEPT) {
            failures.add(failure.get());
        }
    }
}
