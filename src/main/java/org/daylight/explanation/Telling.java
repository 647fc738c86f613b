package org.daylight.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daylight.evaluation.Datum;
import org.daylight.vocabulary.Event;
import org.daylight.vocabulary.Parameter;
import org.daylight.vocabulary.Standing;

/** Tells of the dead ends of one rule what an author, an official or the citizen can read. */
final class Telling {
    private final RuleSteps rule;
    private final SeenData data;
    private final Absence absence;
    private final Scope.Types types;
    private final Walk walk;

    Telling(RuleSteps rule, SeenData data, Absence absence, Scope.Types types, Walk walk) {
        this.rule = rule;
        this.data = data;
        this.absence = absence;
        this.types = types;
        this.walk = walk;
    }

    /** Of the dead ends that lie equally far on, the one whose values come closest to what is needed. */
    Optional<Miss> closest(Furthest furthest) {
        DeadEnd closest = null;
        double least = 0;
        for (DeadEnd end : furthest.ends()) {
            // Values of different conditions cannot be compared with each other.
            if (closest == null) {
                closest = end;
                least = furthest.ends().size() == 1 ? 0 : distance(end);
            } else if (isSameTest(end, closest)) {
                double distance = distance(end);
                if (distance < least) {
                    closest = end;
                    least = distance;
                }
            }
        }
        return closest == null ? Optional.empty() : Optional.of(tell(closest));
    }

    private static boolean isSameTest(DeadEnd end, DeadEnd first) {
        return end instanceof DeadEnd.Failed one && first instanceof DeadEnd.Failed other && one.test() == other.test();
    }

    private double distance(DeadEnd end) {
        return end instanceof DeadEnd.Failed failed && failed.test() instanceof Step.Test.One one
                ? comparing(one.condition()).distance(new Scope(failed.datum(), failed.bound(), types))
                : Double.MAX_VALUE;
    }

    private Comparing comparing(Condition condition) {
        Comparing known = rule.comparing().get(condition);
        return known == null ? new Comparing(condition.text()) : known;
    }

    private Miss tell(DeadEnd end) {
        if (end instanceof DeadEnd.Missing missing) {
            return missing(missing);
        }
        if (end instanceof DeadEnd.Failed failed) {
            return failed(failed);
        }
        if (end instanceof DeadEnd.InTheWay there) {
            return miss(Miss.Kind.IN_THE_WAY, there.condition(), data(there.data()), List.of());
        }
        if (end instanceof DeadEnd.NoneFound none) {
            return miss(Miss.Kind.NONE_FOUND, none.condition(), List.of(), list(closest(none.inside())));
        }
        if (end instanceof DeadEnd.Counterexample counter) {
            return miss(
                    Miss.Kind.COUNTEREXAMPLE, counter.condition(), data(counter.data()), list(closest(counter.rest())));
        }
        if (end instanceof DeadEnd.NoArm arms) {
            return noArm(arms);
        }
        DeadEnd.NoResult nothing = (DeadEnd.NoResult) end;
        Condition about = pattern(nothing.fold().inside())
                .orElse(
                        rule.conditions().isEmpty()
                                ? whole()
                                : rule.conditions().get(0));
        return noted(
                miss(Miss.Kind.RESULT, about, List.of(), List.of()), "there is no " + about.text() + " to accumulate");
    }

    /** Of a rule whose conditions hold at the end, though they did not when it could have fired. */
    Miss held() {
        return noted(
                miss(Miss.Kind.HELD, whole(), List.of(), List.of()),
                "at the end, but not at a moment when the rule could have fired");
    }

    private Condition whole() {
        return new Condition(
                rule.rule().name(), 0, "", "", rule.rule().file(), rule.rule().line());
    }

    private static List<Miss> list(Optional<Miss> one) {
        return one.stream().toList();
    }

    private static Miss miss(Miss.Kind kind, Condition condition, List<Datum> data, List<Miss> inside) {
        return new Miss(
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

    private static Miss noted(Miss miss, String note) {
        return new Miss(
                miss.kind(),
                miss.condition(),
                miss.type(),
                miss.file(),
                miss.line(),
                miss.data(),
                miss.compared(),
                miss.read(),
                miss.inside(),
                note);
    }

    private Miss missing(DeadEnd.Missing missing) {
        Condition pattern = missing.look().pattern();
        if (missing.from()) {
            return noted(miss(Miss.Kind.MISSING, pattern, List.of(), List.of()), "what stands behind `from` has none");
        }
        Class<?> type = missing.look().type();
        Miss.Kind kind = Miss.Kind.MISSING;
        if (absence.conductIsLeftOut() && (type == Standing.class || Event.class.isAssignableFrom(type))) {
            kind = Miss.Kind.CONDUCT_LEFT_OUT;
        } else if (type == Standing.class) {
            kind = Miss.Kind.NOT_SCORED;
        }
        return noted(
                miss(kind, pattern, List.of(), List.of()),
                absence.why(kind, pattern.type(), Parameter.class.isAssignableFrom(type)));
    }

    private Miss failed(DeadEnd.Failed failed) {
        List<Step.Test.One> ones = ones(failed.test()).toList();
        Condition condition = ones.get(0).condition();
        Scope scope = new Scope(failed.datum(), failed.bound(), types);
        Comparing comparing = comparing(condition);
        List<Compared> compared = comparing.failed(scope, data::id);
        boolean isDatum = failed.datum() != null && !data.id(failed.datum()).isEmpty();
        List<Datum> on = isDatum ? data(List.of(failed.datum())) : counted(ones, failed.bound());
        return new Miss(
                isDatum ? Miss.Kind.VALUE : Miss.Kind.RESULT,
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

    private static Stream<Step.Test.One> ones(Step.Test test) {
        if (test instanceof Step.Test.AllOf all) {
            return all.tests().stream().flatMap(Telling::ones);
        }
        if (test instanceof Step.Test.AnyOf any) {
            return any.tests().stream().flatMap(Telling::ones);
        }
        return Stream.of((Step.Test.One) test);
    }

    /** What went into the result that a test is about. */
    private List<Datum> counted(List<Step.Test.One> ones, Bindings bound) {
        List<String> variables =
                ones.stream().flatMap(one -> one.variables().stream()).toList();
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> inOrder = new ArrayList<>();
        int before = bound.data().size();
        rule.fold(variables)
                .ifPresent(fold -> walk.take(fold.inside(), bound, way -> way.data().stream()
                        .skip(before)
                        .filter(counted::add)
                        .forEach(inOrder::add)));
        return data(inOrder);
    }

    private Miss noArm(DeadEnd.NoArm arms) {
        List<Miss> inside = arms.arms().stream()
                .map(this::closest)
                .flatMap(Optional::stream)
                .toList();
        Condition condition = new Condition(
                rule.rule().name(),
                0,
                "",
                String.join(" or ", inside.stream().map(Miss::condition).toList()),
                inside.isEmpty() ? rule.rule().file() : inside.get(0).file(),
                inside.isEmpty() ? rule.rule().line() : inside.get(0).line());
        return miss(Miss.Kind.NO_ARM, condition, List.of(), inside);
    }

    private static Optional<Condition> pattern(Step step) {
        if (step instanceof Step.Look look) {
            return Optional.of(look.pattern());
        }
        return step instanceof Step.All all
                ? all.steps().stream()
                        .map(Telling::pattern)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private List<Datum> data(List<Object> objects) {
        return objects.stream()
                .filter(one -> !data.id(one).isEmpty())
                .map(one -> Datum.of(data.id(one), one, rule.rule()))
                .toList();
    }
}
