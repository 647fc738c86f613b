package org.daylight.explanation.nearmiss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.evaluation.Datum;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.condition.ConditionListener;
import org.daylight.explanation.condition.ConditionMatcher;
import org.daylight.explanation.condition.ConditionNode;
import org.daylight.explanation.condition.RuleCondition;
import org.daylight.explanation.condition.RuleConditions;
import org.daylight.explanation.nearmiss.FailedCondition.Kind;
import org.daylight.explanation.value.Bindings;
import org.daylight.explanation.value.Compared;
import org.daylight.rulebase.source.RuleText;
import org.daylight.vocabulary.Event;
import org.daylight.vocabulary.Parameter;
import org.daylight.vocabulary.Standing;
import org.jspecify.annotations.Nullable;

/** Describes the failures of one rule so that an author, an official or the citizen can read it. */
record FailureDescriber(RuleConditions rule, ConditionMatcher matcher, Inquiry inquiry, ObservedAssessment observed) {
    /** Describes, of the failures that lie equally far on, the one whose values come closest to what is needed. */
    Optional<FailedCondition> closest(DeepestFailures deepest) {
        DeepestFailures.Failure closest = null;
        double leastDistance = 0;
        for (DeepestFailures.Failure failure : deepest.failures()) {
            // Values of different conditions cannot be compared with each other.
            if (closest == null) {
                closest = failure;
                leastDistance = deepest.failures().size() == 1 ? 0 : distance(failure);
            } else if (failure.test() != null && failure.test() == closest.test()) {
                double distance = distance(failure);
                if (distance < leastDistance) {
                    closest = failure;
                    leastDistance = distance;
                }
            }
        }
        return Optional.ofNullable(closest).map(this::describe);
    }

    private static double distance(DeepestFailures.Failure failure) {
        return failure.test() instanceof ConditionNode.Test.Comparison comparison
                ? comparison.explainer().distance(failure.datum(), failure.bound())
                : Double.MAX_VALUE;
    }

    /** Describes a rule whose conditions hold at the end, though they did not when it could have fired. */
    FailedCondition held() {
        return failed(Kind.HELD, wholeRule(), "at the end, but not at a moment when the rule could have fired");
    }

    private RuleCondition wholeRule() {
        RuleText text = rule.rule();
        return new RuleCondition(text.name(), 0, "", "", text.file(), text.line());
    }

    private FailedCondition describe(DeepestFailures.Failure failure) {
        ConditionNode node = failure.node();
        List<FailedCondition> inside = failure.inside().stream()
                .flatMap(deepest -> closest(deepest).stream())
                .toList();
        if (failure.test() != null) {
            return rejected(failure.test(), failure.datum(), failure.bound());
        }
        if (node instanceof ConditionNode.Pattern pattern) {
            return missing(pattern);
        }
        if (node instanceof ConditionNode.Not not) {
            return failed(Kind.IN_THE_WAY, not.condition(), data(failure.data()), inside, "");
        }
        if (node instanceof ConditionNode.Exists exists) {
            return failed(Kind.NONE_FOUND, exists.condition(), List.of(), inside, "");
        }
        if (node instanceof ConditionNode.Forall forall) {
            return failed(Kind.COUNTEREXAMPLE, forall.condition(), data(failure.data()), inside, "");
        }
        return node instanceof ConditionNode.Accumulate accumulate ? noResult(accumulate) : noBranch(inside);
    }

    private static FailedCondition failed(Kind kind, RuleCondition condition, String note) {
        return failed(kind, condition, List.of(), List.of(), note);
    }

    private static FailedCondition failed(
            Kind kind, RuleCondition condition, List<Datum> data, List<FailedCondition> inside, String note) {
        return failed(kind, condition, data, List.of(), new TreeMap<>(), inside, note);
    }

    private static FailedCondition failed(
            Kind kind,
            RuleCondition condition,
            List<Datum> data,
            List<Compared> compared,
            SortedMap<String, @Nullable Object> read,
            List<FailedCondition> inside,
            String note) {
        return new FailedCondition(
                kind,
                condition.text(),
                condition.type(),
                condition.file(),
                condition.line(),
                data,
                compared,
                read,
                inside,
                note);
    }

    private FailedCondition noResult(ConditionNode.Accumulate accumulate) {
        RuleCondition accumulated = accumulate
                .inside()
                .required()
                .findFirst()
                .map(ConditionNode.Pattern::whole)
                .or(() -> rule.conditions().stream().findFirst())
                .orElse(wholeRule());
        return failed(Kind.RESULT, accumulated, "there is no " + accumulated.text() + " to accumulate");
    }

    private FailedCondition noBranch(List<FailedCondition> branches) {
        String text = String.join(
                " or ", branches.stream().map(FailedCondition::condition).toList());
        RuleCondition condition = branches.isEmpty()
                ? wholeRule()
                : new RuleCondition(
                        wholeRule().rule(),
                        0,
                        "",
                        text,
                        branches.get(0).file(),
                        branches.get(0).line());
        return failed(Kind.NO_ARM, condition, List.of(), branches, "");
    }

    private FailedCondition missing(ConditionNode.Pattern pattern) {
        if (pattern.source().isPresent()) {
            return failed(Kind.MISSING, pattern.whole(), "what stands behind `from` has none");
        }
        Class<?> type = pattern.type();
        boolean isConduct = type == Standing.class || Event.class.isAssignableFrom(type);
        if (isConduct && inquiry.isWithoutConduct()) {
            return failed(Kind.CONDUCT_LEFT_OUT, pattern.whole(), "an essential service is decided without conduct");
        }
        Kind kind = type == Standing.class ? Kind.NOT_SCORED : Kind.MISSING;
        return failed(kind, pattern.whole(), whyMissing(kind, pattern));
    }

    /** Says why a datum is missing; empty when there is nothing more to say. */
    private String whyMissing(Kind kind, ConditionNode.Pattern pattern) {
        boolean isParameter = Parameter.class.isAssignableFrom(pattern.type());
        if (!inquiry.dossier().enrolled() && !isParameter) {
            return "not enrolled, so nothing is held";
        }
        if (kind == Kind.NOT_SCORED) {
            return "not scored (" + eventCount() + " of "
                    + inquiry.rules().scheme().manifest().score().minimumEvents() + " events)";
        }
        if (isParameter) {
            return "no row of its table is in force on the day asked about";
        }
        return observed.assessment().setAside().stream()
                .filter(statement -> statement.type().equals(pattern.whole().type()))
                .findFirst()
                .map(statement -> statement.id() + " is set aside: "
                        + statement.why().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
    }

    private long eventCount() {
        return observed.last().data().stream()
                .filter(seen -> seen.object() instanceof Event && !seen.id().startsWith("derived:"))
                .count();
    }

    private FailedCondition rejected(ConditionNode.Test test, @Nullable Object datum, Bindings bound) {
        List<ConditionNode.Test.Comparison> comparisons = test.comparisons().toList();
        ConditionNode.Test.Comparison first = comparisons.get(0);
        List<Compared> compared = first.explainer().failed(datum, bound, matcher::id);
        boolean isDatum = datum != null && !matcher.id(datum).isEmpty();
        return failed(
                isDatum ? Kind.VALUE : Kind.RESULT,
                first.condition(),
                isDatum ? data(List.of(datum)) : accumulated(comparisons, bound),
                compared,
                compared.isEmpty() ? first.explainer().read(datum, bound, matcher::id) : new TreeMap<>(),
                List.of(),
                "");
    }

    /** Finds the data that went into the result that a test is about. */
    private List<Datum> accumulated(List<ConditionNode.Test.Comparison> comparisons, Bindings bound) {
        List<String> variables = comparisons.stream()
                .flatMap(comparison -> comparison.variables().stream())
                .toList();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> accumulated = new ArrayList<>();
        int boundBefore = bound.data().size();
        rule.root()
                .accumulations()
                .filter(accumulate ->
                        accumulate.functions().stream().anyMatch(function -> variables.contains(function.result())))
                .findFirst()
                .ifPresent(accumulate ->
                        matcher.match(accumulate.inside(), bound, ConditionListener.NONE, way -> way.data().stream()
                                .skip(boundBefore)
                                .filter(seen::add)
                                .forEach(accumulated::add)));
        return data(accumulated);
    }

    private List<Datum> data(List<Object> objects) {
        return objects.stream()
                .filter(object -> !matcher.id(object).isEmpty())
                .map(object -> Datum.of(matcher.id(object), object, rule.rule()))
                .toList();
    }
}
