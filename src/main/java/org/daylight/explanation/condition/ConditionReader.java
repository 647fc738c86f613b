package org.daylight.explanation.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daylight.explanation.value.Bindings;
import org.daylight.explanation.value.ComparisonExplainer;
import org.daylight.explanation.value.TypeNames;
import org.daylight.problem.Place;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceText;
import org.drools.model.AccumulatePattern;
import org.drools.model.Argument;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.DeclarationSource;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Value;
import org.drools.model.Variable;
import org.drools.model.constraints.TemporalConstraint;
import org.drools.model.functions.PredicateN;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of one rule, as a tree, from the compiler's model of it. */
final class ConditionReader {
    private final RuleText rule;
    private final TypeNames types;
    private final ConditionLocator locator;
    /** Whether the model has as many {@code not} and their like as the author wrote, so that they can be told apart by number. */
    private final boolean quantifiersAsWritten;

    private int quantifiersRead;
    /** The conditions by temporal operators that the pattern being read still has. */
    private final List<String> temporal = new ArrayList<>();

    private final List<RuleCondition> conditions = new ArrayList<>();
    /** Variables that accumulations bound: a pattern on one of these tests it instead of looking for data. */
    private final Set<String> results = new HashSet<>();

    private ConditionReader(Rule model, RuleText rule, ConditionLocator locator, TypeNames types) {
        this.rule = rule;
        this.types = types;
        this.locator = locator;
        this.quantifiersAsWritten =
                countQuantifiers(model.getView()) == locator.quantified().size();
    }

    private static int countQuantifiers(Condition part) {
        boolean isQuantifier =
                switch (part.getType()) {
                    case NOT, EXISTS, FORALL -> true;
                    default -> false;
                };
        List<Condition> inside = part instanceof AccumulatePattern<?> accumulation
                ? List.of(accumulation.getCondition())
                : part.getSubConditions();
        return (isQuantifier ? 1 : 0)
                + inside.stream().mapToInt(ConditionReader::countQuantifiers).sum();
    }

    /** Thrown where a rule uses something that cannot be walked. */
    static final class UnsupportedConditionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsupportedConditionException(String what) {
            super(what);
        }
    }

    static RuleConditions read(Rule model, RuleText rule, ConditionLocator locator, TypeNames types) {
        ConditionReader reader = new ConditionReader(model, rule, locator, types);
        ConditionNode root = reader.all(model.getView().getSubConditions());
        return new RuleConditions(rule, root, List.copyOf(reader.conditions), locator.verbs());
    }

    private ConditionNode all(List<Condition> parts) {
        List<ConditionNode> nodes = accumulationsFirst(parts).stream()
                .filter(part -> part.getType() != Condition.Type.CONSEQUENCE)
                .map(this::node)
                .toList();
        return nodes.size() == 1 ? nodes.get(0) : new ConditionNode.And(nodes);
    }

    /** The model may name results, and what they must be like, before the accumulation that makes them, and in any order. */
    private static List<Condition> accumulationsFirst(List<Condition> parts) {
        List<Condition> ordered = new ArrayList<>(parts);
        for (Condition part : parts) {
            if (part instanceof AccumulatePattern<?> accumulation) {
                List<Variable<?>> results = new ArrayList<>();
                for (AccumulateFunction function : accumulation.getAccumulateFunctions()) {
                    results.add(function.getResult());
                }
                List<Condition> onResults = ordered.stream()
                        .filter(condition -> isOnResult(condition, results))
                        .sorted(Comparator.comparing(
                                condition -> results.indexOf(((Pattern<?>) condition).getPatternVariable())))
                        .toList();
                ordered.removeAll(onResults);
                ordered.addAll(ordered.indexOf(part) + 1, onResults);
            }
        }
        return ordered;
    }

    private static boolean isOnResult(Condition part, List<Variable<?>> results) {
        return part instanceof Pattern<?> pattern
                && !(part instanceof AccumulatePattern<?>)
                && results.contains(pattern.getPatternVariable());
    }

    private ConditionNode node(Condition part) {
        List<Condition> inside = part.getSubConditions();
        return switch (part.getType()) {
            case AND -> all(inside);
            case OR -> new ConditionNode.Or(inside.stream().map(this::node).toList());
            case EXISTS -> {
                int number = quantifiersRead++;
                ConditionNode within = node(inside.get(0));
                yield new ConditionNode.Exists(quantifierCondition(number, "exists", inside.get(0)), within);
            }
            case NOT -> {
                int number = quantifiersRead++;
                ConditionNode within = node(inside.get(0));
                yield new ConditionNode.Not(quantifierCondition(number, "not", inside.get(0)), within);
            }
            case FORALL -> forall(inside.get(0));
            case PATTERN -> pattern((Pattern<?>) part);
            case ACCUMULATE -> accumulate((AccumulatePattern<?>) part);
            case EVAL -> new ConditionNode.Eval("", List.of(), test(((EvalImpl) part).getExpr(), ""));
            case QUERY, GROUP_BY, TEMPORAL, RECEIVER, SENDER, CONSEQUENCE ->
                throw new UnsupportedConditionException(part.getType().name().toLowerCase(Locale.ROOT));
        };
    }

    /** Reads a {@code forall}: of one pattern every datum of its type must pass; of more, every way through the first must go on. */
    private ConditionNode forall(Condition inside) {
        int number = quantifiersRead++;
        if (inside instanceof Pattern<?> pattern) {
            ConditionNode.Pattern tested = pattern(pattern, Optional.empty());
            ConditionNode everything = new ConditionNode.Pattern(
                    tested.variable(),
                    tested.type(),
                    Optional.empty(),
                    tested.calculations(),
                    new ConditionNode.Test.AllOf(List.of()),
                    tested.whole());
            return new ConditionNode.Forall(
                    quantifierCondition(number, "forall", inside),
                    everything,
                    new ConditionNode.Eval(tested.variable(), List.of(), tested.test()));
        }
        List<Condition> parts = inside.getSubConditions();
        ConditionNode first = node(parts.get(0));
        ConditionNode rest = all(parts.subList(1, parts.size()));
        return new ConditionNode.Forall(quantifierCondition(number, "forall", parts.get(0)), first, rest);
    }

    private ConditionNode pattern(Pattern<?> pattern) {
        String variable = pattern.getPatternVariable().getName();
        if (results.contains(variable)) {
            return new ConditionNode.Eval(
                    variable, calculations(pattern.getBindings()), test(pattern.getConstraint(), ""));
        }
        DeclarationSource source =
                pattern.getPatternVariable() instanceof Declaration<?> declared ? declared.getSource() : null;
        if (source == null) {
            return pattern(pattern, Optional.empty());
        }
        ConditionNode.Pattern onSource = pattern(pattern, FromSource.read(source));
        if (onSource.source().isEmpty()) {
            throw new UnsupportedConditionException("from");
        }
        return onSource;
    }

    private ConditionNode.Pattern pattern(Pattern<?> pattern, Optional<Bindings.Calculation> from) {
        Variable<?> variable = pattern.getPatternVariable();
        String type = variable.getType().getSimpleName();
        Optional<SourcePattern> source = locator.pattern(type);
        RuleCondition whole = source.map(SourcePattern::written)
                .map(text -> condition(0, type, text.text(), text.place()))
                .orElseGet(() -> condition(0, type, patternText(pattern), rulePlace()));
        temporal.clear();
        source.ifPresent(text -> temporal.addAll(TemporalOperators.conditions(text)));
        return new ConditionNode.Pattern(
                variable.getName(),
                variable.getType(),
                from,
                calculations(pattern.getBindings()),
                test(pattern.getConstraint(), type),
                whole);
    }

    private static List<Bindings.Calculation> calculations(Collection<Binding> bindings) {
        return bindings.stream()
                .map(binding -> new Bindings.Calculation(
                        binding.getBoundVariable().getName(), names(binding.getInputVariables()), binding::eval))
                .toList();
    }

    private ConditionNode.Test test(Constraint constraint, String type) {
        return switch (constraint.getType()) {
            case SINGLE -> single((SingleConstraint) constraint, type);
            case OR -> new ConditionNode.Test.AnyOf(tests(constraint, type));
            case AND, MULTIPLE -> new ConditionNode.Test.AllOf(tests(constraint, type));
        };
    }

    private List<ConditionNode.Test> tests(Constraint constraint, String type) {
        return constraint.getChildren().stream().map(child -> test(child, type)).toList();
    }

    private ConditionNode.Test single(SingleConstraint constraint, String type) {
        if (constraint == SingleConstraint.TRUE) {
            return new ConditionNode.Test.AllOf(List.of());
        }
        String text = locator.asWritten(constraint.predicateInformation().getStringConstraint());
        // Of comparisons of dates by words the compiler keeps no text.
        RuleCondition condition = condition(type, text.isEmpty() && !temporal.isEmpty() ? temporal.remove(0) : text);
        PredicateN predicate = constraint instanceof TemporalConstraint<?> temporal
                ? TemporalOperators.predicate(temporal)
                : constraint.getPredicate();
        return new ConditionNode.Test.Comparison(
                condition,
                names(constraint.getVariables()),
                predicate,
                new ComparisonExplainer(condition.text(), types));
    }

    private ConditionNode accumulate(AccumulatePattern<?> pattern) {
        ConditionNode inside = node(pattern.getCondition());
        List<ConditionNode.AccumulateFunction> functions = new ArrayList<>();
        for (AccumulateFunction function : pattern.getAccumulateFunctions()) {
            String result = function.getResult().getName();
            results.add(result);
            functions.add(new ConditionNode.AccumulateFunction(
                    result, source(function.getSource()), AccumulateFunctions.collector(function)));
        }
        return new ConditionNode.Accumulate(inside, functions);
    }

    /** Reads what a function accumulates of each way: a variable, a fixed value, or nothing. */
    private static Function<Bindings, @Nullable Object> source(@Nullable Argument<?> source) {
        if (source instanceof Variable<?> variable) {
            String name = variable.getName();
            return bound -> bound.value(name);
        }
        Object fixed = source instanceof Value<?> value ? value.getValue() : null;
        return bound -> fixed;
    }

    private RuleCondition quantifierCondition(int number, String word, Condition inside) {
        String type = inside instanceof Pattern<?> pattern && !(inside instanceof AccumulatePattern<?>)
                ? pattern.getPatternVariable().getType().getSimpleName()
                : "";
        if (!quantifiersAsWritten) {
            return condition(type, word + " " + text(inside));
        }
        SourceText source = locator.quantified().get(number);
        return condition(type, source.text(), source.place());
    }

    /** Words for what the compiler has turned into something else than its author wrote. */
    private String text(Condition inside) {
        if (inside instanceof Pattern<?> pattern && !(inside instanceof AccumulatePattern<?>)) {
            return patternText(pattern);
        }
        return "( … )";
    }

    private String patternText(Pattern<?> pattern) {
        String type = pattern.getPatternVariable().getType().getSimpleName();
        return (type + "( " + text(pattern.getConstraint()) + " )").replace("(  )", "()");
    }

    private String text(Constraint constraint) {
        if (constraint instanceof SingleConstraint) {
            return locator.asWritten(constraint.predicateInformation().getStringConstraint());
        }
        String between = constraint.getType() == Constraint.Type.OR ? " || " : ", ";
        return String.join(
                between, constraint.getChildren().stream().map(this::text).toList());
    }

    private RuleCondition condition(String type, String text) {
        return condition(type, text, locator.place(text).orElseGet(this::rulePlace));
    }

    private RuleCondition condition(String type, String text, Place place) {
        RuleCondition condition = condition(conditions.size() + 1, type, text.replaceAll("\\s*\n\\s*", " "), place);
        conditions.add(condition);
        return condition;
    }

    private RuleCondition condition(int number, String type, String text, Place place) {
        return new RuleCondition(rule.name(), number, type, text, place.file(), place.line());
    }

    private Place rulePlace() {
        return Place.ofLine(rule.file(), rule.line());
    }

    static List<String> names(Variable<?>[] variables) {
        return Stream.of(variables).map(Variable::getName).toList();
    }
}
