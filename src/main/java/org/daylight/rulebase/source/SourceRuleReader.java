package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.rulebase.source.SourcePattern.Quantifier;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads a rule by walking its conditions. */
final class SourceRuleReader {
    private final SourceFile file;
    private final List<SourcePattern> patterns = new ArrayList<>();
    private final List<SourceText> quantified = new ArrayList<>();
    private final List<Accumulation> accumulations = new ArrayList<>();
    private final List<List<Token>> code = new ArrayList<>();
    private final Map<String, BoundVariable> bindings = new HashMap<>();
    private final List<String> expressions = new ArrayList<>();

    private SourceRuleReader(SourceFile file) {
        this.file = file;
    }

    static SourceRule read(SourceFile file, RuleDescr rule) {
        SourceRuleReader reader = new SourceRuleReader(file);
        reader.visit(rule.getLhs(), Quantifier.EACH, false);
        if (rule instanceof QueryDescr query) {
            for (String parameter : query.getParameters()) {
                reader.bind(new BoundVariable(parameter, null, null, false, null, true));
            }
        }
        reader.quantified.sort(Comparator.comparing(SourceText::offset));
        int afterConditions = Math.max(
                rule.getStartCharacter(),
                rule.getLhs() == null ? 0 : rule.getLhs().getEndCharacter());
        List<Token> consequence = reader.consequence(rule, afterConditions);
        return new SourceRule(
                file,
                rule,
                List.copyOf(reader.patterns),
                List.copyOf(reader.quantified),
                List.copyOf(reader.accumulations),
                List.copyOf(reader.code),
                Map.copyOf(reader.bindings),
                consequence,
                List.copyOf(reader.expressions));
    }

    private List<Token> consequence(RuleDescr rule, int from) {
        List<Token> tokens = new ArrayList<>();
        if (rule.getConsequence() instanceof String consequence) {
            tokens.addAll(tokens(consequence, from));
        }
        rule.getNamedConsequences().values().forEach(named -> tokens.addAll(tokens(String.valueOf(named), from)));
        return List.copyOf(tokens);
    }

    /** Notes a piece of code; the parser keeps some pieces without their place. */
    private List<Token> tokens(String written, int from) {
        expressions.add(written);
        return file.tokens(written, from);
    }

    private void visit(@Nullable Object element, Quantifier quantifier, boolean alternative) {
        if (element instanceof PatternDescr pattern) {
            pattern(pattern, quantifier, alternative);
        } else if (element instanceof EvalDescr eval) {
            code.add(tokens(String.valueOf(eval.getContent()), eval.getStartCharacter()));
        } else if (element instanceof ConditionalElementDescr group) {
            Quantifier inside = inside(group, quantifier);
            if (group instanceof NotDescr || group instanceof ExistsDescr || group instanceof ForallDescr) {
                quantified.add(file.text((BaseDescr) group, false));
            }
            boolean isAlternative = alternative
                    || (group instanceof OrDescr && group.getDescrs().size() > 1)
                    || (group instanceof NotDescr && quantifier != Quantifier.EACH);
            group.getDescrs().forEach(part -> visit(part, inside, isAlternative));
        }
    }

    private static Quantifier inside(ConditionalElementDescr group, Quantifier quantifier) {
        if (group instanceof NotDescr) {
            return Quantifier.NOT;
        }
        if (group instanceof ExistsDescr) {
            return quantifier == Quantifier.EACH ? Quantifier.EXISTS : quantifier;
        }
        return group instanceof ForallDescr ? Quantifier.FORALL : quantifier;
    }

    private void pattern(PatternDescr pattern, Quantifier quantifier, boolean alternative) {
        boolean visible = quantifier == Quantifier.EACH;
        // The source is walked first, so that its bindings come before their use.
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            accumulate(accumulate, pattern, visible, alternative);
        } else if (pattern.getSource() instanceof CollectDescr collect) {
            visit(collect.getInputPattern(), Quantifier.COUNTED, alternative);
            accumulations.add(new Accumulation(
                    "collect",
                    pattern.getIdentifier(),
                    List.of(SourcePattern.simpleName(collect.getInputPattern())),
                    List.of(),
                    pattern.getStartCharacter()));
        } else if (pattern.getSource() instanceof FromDescr from) {
            code.add(tokens(String.valueOf(from.getDataSource()), pattern.getStartCharacter()));
        }
        List<SourceConstraint> constraints = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            String text = constraint instanceof ExprConstraintDescr expression
                    ? expression.getExpression()
                    : String.valueOf(constraint);
            expressions.add(text);
            constraints.add(SourceConstraint.of(text, Math.max(0, constraint.getStartCharacter())));
        }
        String type = SourcePattern.simpleName(pattern);
        Quantifier effective = pattern.getSource() == null ? quantifier : Quantifier.RESULT;
        patterns.add(
                new SourcePattern(pattern, effective, alternative, List.copyOf(constraints), file.text(pattern, true)));
        if (pattern.getIdentifier() != null) {
            bind(new BoundVariable(pattern.getIdentifier(), type, null, true, null, visible));
        }
        constraints.forEach(constraint -> bind(constraint, type, visible));
    }

    private void bind(SourceConstraint constraint, String type, boolean visible) {
        List<Token> tokens = constraint.tokens();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            boolean begins = at == 0 || tokens.get(at - 1).kind() == Token.Kind.SYMBOL;
            if (begins && tokens.get(at).isWord() && tokens.get(at + 1).is(":")) {
                Token field = at == 0 && !constraint.comparisons().isEmpty()
                        ? constraint.comparisons().get(0).field()
                        : null;
                bind(new BoundVariable(
                        tokens.get(at).text(), type, field == null ? null : field.text(), false, null, visible));
            }
        }
    }

    private void accumulate(AccumulateDescr accumulate, PatternDescr result, boolean visible, boolean alternative) {
        if (accumulate instanceof GroupByDescr group && group.getGroupingKey() != null) {
            expressions.add(String.valueOf(group.getGroupingFunction()));
            bind(new BoundVariable(group.getGroupingKey(), null, null, false, "groupby", visible));
        }
        int patternsBefore = patterns.size();
        visit(accumulate.getInput(), Quantifier.COUNTED, alternative);
        List<String> types = patterns.subList(patternsBefore, patterns.size()).stream()
                .map(SourcePattern::type)
                .toList();
        for (var function : accumulate.getFunctions()) {
            String bound = function.getBind() == null ? result.getIdentifier() : function.getBind();
            String argument = String.join(", ", function.getParams());
            expressions.addAll(List.of(function.getParams()));
            accumulations.add(new Accumulation(
                    function.getFunction(),
                    bound,
                    types,
                    file.tokens(argument, argumentStart(function.getFunction(), result.getStartCharacter())),
                    result.getStartCharacter()));
            if (bound != null) {
                bind(new BoundVariable(bound, null, null, false, function.getFunction(), visible));
            }
        }
        List<String> inline = Stream.of(
                        accumulate.getInitCode(), accumulate.getActionCode(),
                        accumulate.getReverseCode(), accumulate.getResultCode())
                .filter(Objects::nonNull)
                .toList();
        expressions.addAll(inline);
        if (!inline.isEmpty() && accumulate.getFunctions().isEmpty()) {
            accumulations.add(
                    new Accumulation("inline", result.getIdentifier(), types, List.of(), result.getStartCharacter()));
        }
    }

    /** Behind the function's name and parenthesis, so that an argument as short as `1` is not found somewhere else. */
    private int argumentStart(String function, int from) {
        Matcher call =
                Pattern.compile("\\b" + Pattern.quote(function) + "\\s*\\(").matcher(file.text());
        return call.find(Math.max(0, from)) ? call.end() : from;
    }

    private void bind(BoundVariable binding) {
        bindings.merge(binding.name(), binding, (first, second) -> first.visible() ? first : second);
    }
}
