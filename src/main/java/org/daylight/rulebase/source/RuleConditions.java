package org.daylight.rulebase.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule's conditions as text: which types they match, which words they use on each, which names they bind, and which types the
 * consequence makes.
 */
public final class RuleConditions {
    private static final Pattern TEXT_LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w$])[a-zA-Z]\\w*");
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+(?:[\\w]+\\.)*(\\w+)\\s*\\(");
    private static final Pattern GETTER = Pattern.compile("(?:get|is)([A-Z]\\w*)");

    private final Map<String, Set<String>> wordsByType = new HashMap<>();
    private final Map<String, String> typeByBinding = new HashMap<>();
    private final List<String> expressions = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private final List<PatternDescr> patterns = new ArrayList<>();
    private @Nullable String parent;

    private RuleConditions() {}

    /** A type name or a condition as the author wrote it; column counts from 0. */
    public record Written(String text, int line, int column) {}

    public static RuleConditions of(RuleDescr rule) {
        RuleConditions conditions = new RuleConditions();
        conditions.parent = rule.getParentName();
        conditions.visit(rule.getLhs());
        String consequence = String.valueOf(rule.getConsequence());
        conditions.expressions.add(consequence);
        rule.getNamedConsequences().values().forEach(named -> conditions.expressions.add(String.valueOf(named)));
        for (String expression : conditions.expressions) {
            Matcher matcher = MADE.matcher(expression);
            while (matcher.find()) {
                conditions.made.add(matcher.group(1));
            }
        }
        return conditions;
    }

    /** Every pattern, wherever nested. */
    public List<PatternDescr> patterns() {
        return patterns;
    }

    /** Every type name and condition with its place. */
    public List<Written> written() {
        return written;
    }

    /** Simple names of the types that conditions match, wherever nested. */
    Set<String> matchedTypes() {
        return wordsByType.keySet();
    }

    /** Simple names of the types that the rule makes with {@code new}. */
    Set<String> madeTypes() {
        return made;
    }

    /** Every piece of an author's code in the rule, as written. */
    public List<String> expressions() {
        return expressions;
    }

    /** The rule this one extends, whose conditions are its own too. */
    @Nullable
    String parent() {
        return parent;
    }

    /** Per type: the fields mentioned on it, including through a parent rule's conditions and in the reason. */
    static Map<String, Set<String>> reads(RuleDescr rule, Map<String, RuleConditions> all, String reason) {
        Map<String, Set<String>> reads = new HashMap<>();
        Map<String, String> bindings = new HashMap<>();
        List<String> texts = new ArrayList<>(List.of(reason));
        Set<String> seen = new HashSet<>();
        for (String name = rule.getName(); name != null && seen.add(name); ) {
            RuleConditions conditions = all.get(name);
            if (conditions == null) {
                break;
            }
            conditions.wordsByType.forEach((type, words) ->
                    reads.computeIfAbsent(type, t -> new HashSet<>()).addAll(words));
            bindings.putAll(conditions.typeByBinding);
            texts.addAll(conditions.expressions);
            name = conditions.parent;
        }
        bindings.forEach((binding, type) -> {
            Pattern property = Pattern.compile(Pattern.quote(binding) + "\\s*!?\\.\\s*(\\w+)");
            for (String text : texts) {
                Matcher matcher = property.matcher(text);
                while (matcher.find()) {
                    reads.computeIfAbsent(type, t -> new HashSet<>()).add(field(matcher.group(1)));
                }
            }
        });
        return reads;
    }

    private static String field(String property) {
        Matcher getter = GETTER.matcher(property);
        if (!getter.matches()) {
            return property;
        }
        String name = getter.group(1);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void visit(@Nullable Object element) {
        if (element instanceof PatternDescr pattern) {
            pattern(pattern);
        } else if (element instanceof AccumulateDescr accumulate) {
            accumulate(accumulate);
        } else if (element instanceof CollectDescr collect) {
            visit(collect.getInputPattern());
        } else if (element instanceof FromDescr from) {
            expressions.add(String.valueOf(from.getDataSource()));
        } else if (element instanceof EvalDescr eval) {
            expressions.add(String.valueOf(eval.getContent()));
        } else if (element instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(this::visit);
        }
    }

    private void accumulate(AccumulateDescr accumulate) {
        visit(accumulate.getInput());
        accumulate.getFunctions().forEach(function -> {
            for (String parameter : function.getParams()) {
                expressions.add(parameter);
            }
        });
        expressions.add(String.valueOf(accumulate.getActionCode()));
        expressions.add(String.valueOf(accumulate.getInitCode()));
        expressions.add(String.valueOf(accumulate.getResultCode()));
    }

    private void pattern(PatternDescr pattern) {
        patterns.add(pattern);
        String type = simpleName(pattern.getObjectType());
        note(type, pattern);
        if (pattern.getIdentifier() != null) {
            typeByBinding.put(pattern.getIdentifier(), type);
        }
        // The result of an accumulation or a `from` is matched where it is made, not among the data.
        Set<String> words =
                pattern.getSource() == null ? wordsByType.computeIfAbsent(type, t -> new HashSet<>()) : new HashSet<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            String text = constraint instanceof ExprConstraintDescr expression
                    ? expression.getExpression()
                    : String.valueOf(constraint);
            expressions.add(text);
            note(text, constraint);
            Matcher matcher = WORD.matcher(TEXT_LITERAL.matcher(text).replaceAll("\"\""));
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
        visit(pattern.getSource());
    }

    private void note(String text, BaseDescr at) {
        written.add(new Written(text, at.getLine(), at.getColumn()));
    }

    private static String simpleName(@Nullable String type) {
        return type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
    }
}
