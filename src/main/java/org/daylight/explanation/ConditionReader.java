package org.daylight.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.rulebase.RuleText;
import org.drools.model.AccumulatePattern;
import org.drools.model.Argument;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.DeclarationSource;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Value;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;

/** Reads the steps of one rule from the compiler's model of it. */
final class ConditionReader {
    private final RuleText rule;
    private final AuthorLines lines;
    private final List<Condition> conditions = new ArrayList<>();
    /** Variables that accumulations bound: a pattern on one of these tests it instead of looking for data. */
    private final Set<String> results = new HashSet<>();

    private ConditionReader(RuleText rule, AuthorLines lines) {
        this.rule = rule;
        this.lines = lines;
    }

    /** Thrown where a rule uses something that cannot be walked. */
    static final class NotWalkable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWalkable(String what) {
            super(what);
        }
    }

    static RuleSteps read(Rule model, RuleText rule, AuthorLines lines) {
        ConditionReader reader = new ConditionReader(rule, lines);
        Step steps = reader.all(model.getView().getSubConditions());
        return new RuleSteps(rule, steps, List.copyOf(reader.conditions));
    }

    private Step all(List<org.drools.model.Condition> parts) {
        List<Step> steps = new ArrayList<>();
        for (org.drools.model.Condition part : accumulationsFirst(parts)) {
            if (part.getType() != org.drools.model.Condition.Type.CONSEQUENCE) {
                steps.add(step(part));
            }
        }
        return steps.size() == 1 ? steps.get(0) : new Step.All(steps);
    }

    /** The model may name a result, and what it must be like, before the accumulation that makes it. */
    private static List<org.drools.model.Condition> accumulationsFirst(List<org.drools.model.Condition> parts) {
        List<org.drools.model.Condition> ordered = new ArrayList<>(parts);
        for (org.drools.model.Condition part : parts) {
            if (part instanceof AccumulatePattern<?> accumulation) {
                List<Variable<?>> made = List.of(accumulation.getBoundVariables());
                List<org.drools.model.Condition> early = ordered.subList(0, ordered.indexOf(part)).stream()
                        .filter(one -> one instanceof Pattern<?> pattern
                                && !(one instanceof AccumulatePattern<?>)
                                && made.contains(pattern.getPatternVariable()))
                        .toList();
                ordered.removeAll(early);
                ordered.addAll(ordered.indexOf(part) + 1, early);
            }
        }
        return ordered;
    }

    private Step step(org.drools.model.Condition part) {
        List<org.drools.model.Condition> inside = part.getSubConditions();
        return switch (part.getType()) {
            case AND -> all(inside);
            case OR -> new Step.Either(inside.stream().map(this::step).toList());
            case EXISTS -> {
                Step within = step(inside.get(0));
                yield new Step.Some(about("exists", inside.get(0)), within);
            }
            case NOT -> {
                Step within = step(inside.get(0));
                yield new Step.None(about("not", inside.get(0)), within);
            }
            case FORALL -> every(inside.get(0));
            case PATTERN -> pattern((Pattern<?>) part);
            case ACCUMULATE -> fold((AccumulatePattern<?>) part);
            case EVAL -> new Step.Check(List.of(), test(((EvalImpl) part).getExpr(), ""));
            case QUERY, GROUP_BY, TEMPORAL, RECEIVER, SENDER, CONSEQUENCE ->
                throw new NotWalkable(part.getType().name().toLowerCase(java.util.Locale.ROOT));
        };
    }

    /** With one pattern, every datum of its type must pass; with more, every one that the first lets through leads on. */
    private Step every(org.drools.model.Condition inside) {
        if (inside instanceof Pattern<?> one) {
            Step.Look look = look(one);
            Step any = new Step.Look(look.variable(), look.type(), look.bounds(), new Step.Test.AllOf(List.of()));
            return new Step.Every(about("forall", inside), any, new Step.Check(List.of(), look.test()));
        }
        List<org.drools.model.Condition> parts = inside.getSubConditions();
        Step first = step(parts.get(0));
        Step rest = all(parts.subList(1, parts.size()));
        return new Step.Every(about("forall", parts.get(0)), first, rest);
    }

    private Step pattern(Pattern<?> pattern) {
        String variable = pattern.getPatternVariable().getName();
        if (results.contains(variable)) {
            return new Step.Check(bounds(pattern.getBindings()), test(pattern.getConstraint(), ""));
        }
        DeclarationSource source =
                pattern.getPatternVariable() instanceof Declaration<?> declared ? declared.getSource() : null;
        Step.Look look = look(pattern);
        return source == null
                ? look
                : new Step.LookFrom(look, FromSource.read(source).orElseThrow(() -> new NotWalkable("from")));
    }

    private Step.Look look(Pattern<?> pattern) {
        Variable<?> variable = pattern.getPatternVariable();
        return new Step.Look(
                variable.getName(),
                variable.getType(),
                bounds(pattern.getBindings()),
                test(pattern.getConstraint(), variable.getType().getSimpleName()));
    }

    private static List<Step.Bound> bounds(Collection<Binding> bindings) {
        return bindings.stream()
                .map(binding -> new Step.Bound(
                        binding.getBoundVariable().getName(), names(binding.getInputVariables()), binding::eval))
                .toList();
    }

    private Step.Test test(Constraint constraint, String type) {
        return switch (constraint.getType()) {
            case SINGLE -> single((SingleConstraint) constraint, type);
            case OR -> new Step.Test.AnyOf(tests(constraint, type));
            case AND, MULTIPLE -> new Step.Test.AllOf(tests(constraint, type));
        };
    }

    private List<Step.Test> tests(Constraint constraint, String type) {
        return constraint.getChildren().stream().map(child -> test(child, type)).toList();
    }

    private Step.Test single(SingleConstraint constraint, String type) {
        if (constraint == SingleConstraint.TRUE) {
            return new Step.Test.AllOf(List.of());
        }
        if (constraint.isTemporal()) {
            throw new NotWalkable("a temporal operator");
        }
        Condition condition = condition(type, constraint.predicateInformation().getStringConstraint());
        return new Step.Test.One(condition, names(constraint.getVariables()), constraint.getPredicate());
    }

    private Step fold(AccumulatePattern<?> pattern) {
        Step inside = step(pattern.getCondition());
        List<Step.Folding> foldings = new ArrayList<>();
        for (AccumulateFunction function : pattern.getAccumulateFunctions()) {
            String result = function.getResult().getName();
            results.add(result);
            Argument<?> source = function.getSource();
            foldings.add(new Step.Folding(
                    result,
                    source instanceof Variable<?> variable ? Optional.of(variable.getName()) : Optional.empty(),
                    source instanceof Value<?> value ? Optional.ofNullable(value.getValue()) : Optional.empty(),
                    function::createFunctionObject));
        }
        return new Step.Fold(inside, foldings);
    }

    private Condition about(String word, org.drools.model.Condition inside) {
        String type = "";
        String text = "( … )";
        if (inside instanceof Pattern<?> pattern && !(inside instanceof AccumulatePattern<?>)) {
            type = pattern.getPatternVariable().getType().getSimpleName();
            text = type + "( " + text(pattern.getConstraint()) + " )";
        }
        return condition(type, word + " " + text.replace("(  )", "()"));
    }

    private static String text(Constraint constraint) {
        if (constraint instanceof SingleConstraint) {
            return constraint.predicateInformation().getStringConstraint();
        }
        String between = constraint.getType() == Constraint.Type.OR ? " || " : ", ";
        return String.join(
                between,
                constraint.getChildren().stream().map(ConditionReader::text).toList());
    }

    private Condition condition(String type, String text) {
        Condition condition =
                new Condition(rule.name(), conditions.size() + 1, type, text, rule.file(), lines.of(rule, text, type));
        conditions.add(condition);
        return condition;
    }

    private static List<String> names(Variable<?>[] variables) {
        return Stream.of(variables).map(Variable::getName).toList();
    }
}
