package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daylight.evaluation.Datum;
import org.daylight.explanation.condition.Bindings;
import org.daylight.explanation.condition.Condition;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.RuleSteps;
import org.daylight.explanation.condition.WorkingMemory;
import org.daylight.explanation.value.Compared;
import org.daylight.explanation.value.ComparisonExplainer;
import org.daylight.explanation.value.ExpressionScope;
import org.daylight.vocabulary.Event;
import org.daylight.vocabulary.Parameter;
import org.daylight.vocabulary.Standing;

/** Tells of the dead ends of one rule what an author, an official or the citizen can read. */
final class FailureDescriber {
    private final RuleSteps rule;
    private final WorkingMemory data;
    private final AbsenceReason absence;
    private final ExpressionScope.Types types;
    private final ConditionMatcher matcher;

    FailureDescriber(
            RuleSteps rule,
            WorkingMemory data,
            AbsenceReason absence,
            ExpressionScope.Types types,
            ConditionMatcher matcher) {
        this.rule = rule;
        this.data = data;
        this.absence = absence;
        this.types = types;
        this.matcher = matcher;
    }

    /** Of the dead ends that lie equally far on, the one whose values come closest to what is needed. */
    Optional<FailedCondition> closest(DeepestFailures furthest) {
        MatchFailure closest = null;
        double least = 0;
        for (MatchFailure failure : furthest.ends()) {
            // Values of different conditions cannot be compared with each other.
            if (closest == null) {
                closest = failure;
                least = furthest.ends().size() == 1 ? 0 : distance(failure);
            } else if (isSameTest(failure, closest)) {
                double distance = distance(failure);
                if (distance < least) {
                    closest = failure;
                    least = distance;
                }
            }
        }
        return closest == null ? Optional.empty() : Optional.of(tell(closest));
    }

    private static boolean isSameTest(MatchFailure failure, MatchFailure first) {
        return failure instanceof MatchFailure.Failed failed
                && first instanceof MatchFailure.Failed other
                && failed.test() == other.test();
    }

    private double distance(MatchFailure failure) {
        return failure instanceof MatchFailure.Failed failed
                        && failed.test() instanceof ConditionNode.Test.One comparison
                ? comparing(comparison.condition()).distance(new ExpressionScope(failed.datum(), failed.bound(), types))
                : Double.MAX_VALUE;
    }

    private ComparisonExplainer comparing(Condition condition) {
        ComparisonExplainer known = rule.comparing().get(condition);
        return known == null ? new ComparisonExplainer(condition.text()) : known;
    }

    private FailedCondition tell(MatchFailure failure) {
        if (failure instanceof MatchFailure.Missing missing) {
            return missing(missing);
        }
        if (failure instanceof MatchFailure.Failed failed) {
            return failed(failed);
        }
        if (failure instanceof MatchFailure.InTheWay there) {
            return miss(FailedCondition.Kind.IN_THE_WAY, there.condition(), data(there.data()), List.of());
        }
        if (failure instanceof MatchFailure.NoneFound none) {
            return miss(FailedCondition.Kind.NONE_FOUND, none.condition(), List.of(), list(closest(none.inside())));
        }
        if (failure instanceof MatchFailure.Counterexample counter) {
            return miss(
                    FailedCondition.Kind.COUNTEREXAMPLE,
                    counter.condition(),
                    data(counter.data()),
                    list(closest(counter.rest())));
        }
        if (failure instanceof MatchFailure.NoArm arms) {
            return noArm(arms);
        }
        MatchFailure.NoResult nothing = (MatchFailure.NoResult) failure;
        Condition about = pattern(nothing.fold().inside())
                .orElse(
                        rule.conditions().isEmpty()
                                ? whole()
                                : rule.conditions().get(0));
        return noted(
                miss(FailedCondition.Kind.RESULT, about, List.of(), List.of()),
                "there is no " + about.text() + " to accumulate");
    }

    /** Of a rule whose conditions hold at the end, though they did not when it could have fired. */
    FailedCondition held() {
        return noted(
                miss(FailedCondition.Kind.HELD, whole(), List.of(), List.of()),
                "at the end, but not at a moment when the rule could have fired");
    }

    private Condition whole() {
        return new Condition(
                rule.rule().name(), 0, "", "", rule.rule().file(), rule.rule().line());
    }

    private static List<FailedCondition> list(Optional<FailedCondition> optional) {
        return optional.stream().toList();
    }

    private static FailedCondition miss(
            FailedCondition.Kind kind, Condition condition, List<Datum> data, List<FailedCondition> inside) {
        return new FailedCondition(
                kind,
                condition.text(),
                condition.type(),
                condition.file(),
                condition.line(),
                data,
                List.of(),
                new TreeMap<>(),
                inside,
                "");
    }

    private static FailedCondition noted(FailedCondition failed, String note) {
        return new FailedCondition(
                failed.kind(),
                failed.condition(),
                failed.type(),
                failed.file(),
                failed.line(),
                failed.data(),
                failed.compared(),
                failed.read(),
                failed.inside(),
                note);
    }

    private FailedCondition missing(MatchFailure.Missing missing) {
        Condition pattern = missing.look().pattern();
        if (missing.from()) {
            return noted(
                    miss(FailedCondition.Kind.MISSING, pattern, List.of(), List.of()),
                    "what stands behind `from` has none");
        }
        Class<?> type = missing.look().type();
        FailedCondition.Kind kind = FailedCondition.Kind.MISSING;
        if (absence.conductIsLeftOut() && (type == Standing.class || Event.class.isAssignableFrom(type))) {
            kind = FailedCondition.Kind.CONDUCT_LEFT_OUT;
        } else if (type == Standing.class) {
            kind = FailedCondition.Kind.NOT_SCORED;
        }
        return noted(
                miss(kind, pattern, List.of(), List.of()),
                absence.why(kind, pattern.type(), Parameter.class.isAssignableFrom(type)));
    }

    private FailedCondition failed(MatchFailure.Failed failed) {
        List<ConditionNode.Test.One> ones = ones(failed.test()).toList();
        Condition condition = ones.get(0).condition();
        ExpressionScope scope = new ExpressionScope(failed.datum(), failed.bound(), types);
        ComparisonExplainer comparing = comparing(condition);
        List<Compared> compared = comparing.failed(scope, data::id);
        boolean isDatum = failed.datum() != null && !data.id(failed.datum()).isEmpty();
        List<Datum> on = isDatum ? data(List.of(failed.datum())) : counted(ones, failed.bound());
        return new FailedCondition(
                isDatum ? FailedCondition.Kind.VALUE : FailedCondition.Kind.RESULT,
                condition.text(),
                condition.type(),
                condition.file(),
                condition.line(),
                on,
                compared,
                compared.isEmpty() ? comparing.read(scope, data::id) : new TreeMap<>(),
                List.of(),
                "");
    }

    private static Stream<ConditionNode.Test.One> ones(ConditionNode.Test test) {
        if (test instanceof ConditionNode.Test.AllOf all) {
            return all.tests().stream().flatMap(FailureDescriber::ones);
        }
        if (test instanceof ConditionNode.Test.AnyOf any) {
            return any.tests().stream().flatMap(FailureDescriber::ones);
        }
        return Stream.of((ConditionNode.Test.One) test);
    }

    /** What went into the result that a test is about. */
    private List<Datum> counted(List<ConditionNode.Test.One> ones, Bindings bound) {
        List<String> variables = ones.stream()
                .flatMap(comparison -> comparison.variables().stream())
                .toList();
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> inOrder = new ArrayList<>();
        int before = bound.data().size();
        rule.fold(variables)
                .ifPresent(accumulate -> matcher.take(accumulate.inside(), bound, way -> way.data().stream()
                        .skip(before)
                        .filter(counted::add)
                        .forEach(inOrder::add)));
        return data(inOrder);
    }

    private FailedCondition noArm(MatchFailure.NoArm arms) {
        List<FailedCondition> inside = arms.arms().stream()
                .map(this::closest)
                .flatMap(Optional::stream)
                .toList();
        Condition condition = new Condition(
                rule.rule().name(),
                0,
                "",
                String.join(
                        " or ", inside.stream().map(FailedCondition::condition).toList()),
                inside.isEmpty() ? rule.rule().file() : inside.get(0).file(),
                inside.isEmpty() ? rule.rule().line() : inside.get(0).line());
        return miss(FailedCondition.Kind.NO_ARM, condition, List.of(), inside);
    }

    private static Optional<Condition> pattern(ConditionNode node) {
        if (node instanceof ConditionNode.Pattern pattern) {
            return Optional.of(pattern.pattern());
        }
        return node instanceof ConditionNode.And and
                ? and.steps().stream()
                        .map(FailureDescriber::pattern)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private List<Datum> data(List<Object> objects) {
        return objects.stream()
                .filter(element -> !data.id(element).isEmpty())
                .map(element -> Datum.of(data.id(element), element, rule.rule()))
                .toList();
    }
}
