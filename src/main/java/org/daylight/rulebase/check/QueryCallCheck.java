package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** Refuses queries behind {@code not} and {@code exists} that are given what is bound: the engine finds nothing for them. */
record QueryCallCheck(SourceRule rule, Set<String> queries, Problems problems) {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    static void check(SchemeSource source, Problems problems) {
        Set<String> queries = source.allRules().stream()
                .filter(SourceRule::isQuery)
                .map(SourceRule::name)
                .collect(Collectors.toUnmodifiableSet());
        if (!queries.isEmpty()) {
            source.allRules().stream()
                    .filter(rule -> rule.content().getLhs() != null)
                    .forEach(rule -> new QueryCallCheck(rule, queries, problems)
                            .part(rule.content().getLhs(), ""));
        }
    }

    private void part(BaseDescr part, String within) {
        String word = part instanceof NotDescr ? "not" : part instanceof ExistsDescr ? "exists" : within;
        if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(inner -> part((BaseDescr) inner, word));
        } else if (part instanceof PatternDescr call && !word.isEmpty() && queries.contains(call.getObjectType())) {
            call.getConstraint().getDescrs().stream()
                    .map(argument -> Tokens.of(String.valueOf(argument.getText()), 0))
                    .filter(QueryCallCheck::isBound)
                    .findFirst()
                    .ifPresent(argument -> refuse(word, call, Tokens.asWritten(argument)));
        }
    }

    private static boolean isBound(List<Token> argument) {
        return IntStream.range(0, argument.size())
                .anyMatch(at -> argument.get(at).isWord()
                        && !CONSTANTS.contains(argument.get(at).text())
                        && !Character.isUpperCase(argument.get(at).text().charAt(0))
                        && !Tokens.matches(argument, at - 1, "."));
    }

    private void refuse(String word, PatternDescr call, String argument) {
        problems.error(
                ProblemCode.UNSUPPORTED_LANGUAGE,
                Place.ofLine(rule.file().path(), Math.max(1, call.getLine())),
                "the query `" + call.getObjectType() + "` stands behind `" + word + "` and is given `" + argument + "`",
                "write the conditions of the query there, such as `" + word + " Loan( days == " + argument + " )`");
    }
}
