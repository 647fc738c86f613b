package org.daylight.rulebase.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Refuses an accumulation whose functions take their values from different conditions: the engine gives each function those of
 * one. A function alone may take what another condition binds.
 */
final class AccumulatedValues {
    private static final int OUTSIDE = -1;

    private final SourceRule rule;
    private final AccumulateDescr accumulation;
    private final Problems problems;
    /** The number of the pattern that binds a name. */
    private final Map<String, Integer> patterns = new HashMap<>();

    private int count;

    AccumulatedValues(SourceRule rule, AccumulateDescr accumulation, Problems problems) {
        this.rule = rule;
        this.accumulation = accumulation;
        this.problems = problems;
        collect(accumulation.getInput());
    }

    private void collect(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            count++;
            if (pattern.getIdentifier() != null) {
                patterns.put(pattern.getIdentifier(), count);
            }
            for (BaseDescr constraint : pattern.getDescrs()) {
                List<Token> tokens = Tokens.of(constraint.getText(), 0);
                if (Tokens.matches(tokens, 1, ":")) {
                    patterns.put(tokens.get(0).text(), count);
                }
            }
        } else if (part instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(inner -> collect((BaseDescr) inner));
        }
    }

    void check() {
        Set<Object> sources = new HashSet<>();
        for (AccumulateFunctionCallDescr function : accumulation.getFunctions()) {
            Set<String> names = names(function);
            Set<Integer> owners = new HashSet<>();
            names.forEach(name -> owners.add(patterns.getOrDefault(name, OUTSIDE)));
            boolean together = owners.size() > 1 || owners.contains(OUTSIDE);
            if (together && names.size() > SourcePattern.MOST_BEHIND_FROM) {
                refuse(
                        "`" + function.getFunction() + "` takes more than " + SourcePattern.MOST_BEHIND_FROM
                                + " values of different conditions",
                        "let a rule of its own insert what is counted, and accumulate that");
            }
            if (!names.isEmpty()) {
                sources.add(together ? function : owners);
            }
        }
        if (sources.size() > 1) {
            refuse(
                    "the functions of an accumulation take their values from different conditions",
                    "write an accumulation of its own for each of them");
        }
    }

    /** The names bound that a function is given; one that only counts looks at none. */
    private Set<String> names(AccumulateFunctionCallDescr function) {
        Set<String> names = new HashSet<>();
        if (!function.getFunction().equals("count")) {
            Tokens.of(String.join(", ", function.getParams()), 0).stream()
                    .map(Token::text)
                    .filter(name -> rule.bindings().containsKey(name))
                    .forEach(names::add);
        }
        return names;
    }

    private void refuse(String message, String fix) {
        problems.error(
                ProblemCode.UNSUPPORTED_LANGUAGE,
                Place.ofLine(rule.file().path(), Math.max(1, accumulation.getLine())),
                message,
                fix);
    }
}
