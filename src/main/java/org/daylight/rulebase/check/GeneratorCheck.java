package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;

/** Refuses conditions that read well, but of which the engine's generator makes nothing, or nothing that it says a place of. */
record GeneratorCheck(SourceFile file, Problems problems) {
    private static final Pattern DATE = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\d\"");
    private static final Pattern MOVES_DATE = Pattern.compile("(?:plus|minus|with)[A-Z]\\w*|atDay|atEndOfMonth");
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");

    static void check(SchemeSource source, Problems problems) {
        source.allRules().forEach(rule -> {
            GeneratorCheck check = new GeneratorCheck(rule.file(), problems);
            rule.patterns().forEach(pattern -> {
                pattern.constraints().forEach(constraint -> check.condition(constraint.tokens()));
                if (pattern.content().getSource() instanceof GroupByDescr groups) {
                    pattern.constraints().forEach(constraint -> check.ofKey(groups, constraint.tokens()));
                }
                if (pattern.content().getSource() instanceof AccumulateDescr accumulation) {
                    check.accumulated(accumulation.getInput());
                    new AccumulatedValues(rule, accumulation, problems).check();
                }
            });
        });
    }

    private void condition(List<Token> tokens) {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            Token token = tokens.get(at);
            Token next = tokens.get(at + 1);
            if (token.is("this") && next.is("[")) {
                unsupported().refuse(token, "a field in brackets", "write the field's name alone");
            } else if (token.is("soundslike")) {
                unsupported().refuse(token, "`soundslike`", "write `matches` with a regular expression");
            } else if ((token.is("after") || token.is("before"))
                    && DATE.matcher(next.text()).matches()) {
                String sign = token.is("after") ? ">" : "<";
                unsupported()
                        .refuse(
                                token,
                                "`" + token.text() + "` with a text",
                                "write `" + sign + " " + parsed(next) + "`");
            } else if (COMPARING.contains(token.text())
                    && DATE.matcher(next.text()).matches()
                    && movesDate(tokens, at - 1)) {
                problems.error(
                        ProblemCode.TYPE_MISMATCH,
                        file.place(next.offset()),
                        "a date is compared with the text `" + next.text() + "`",
                        "write `" + parsed(next) + "`");
            }
        }
    }

    /** Refuses a condition on the key of a group, which the engine would take for one that holds. */
    private void ofKey(GroupByDescr groups, List<Token> condition) {
        if (condition.stream().anyMatch(token -> token.is(groups.getGroupingKey()))) {
            String written = Tokens.asWritten(condition);
            problems.error(
                    ProblemCode.UNSUPPORTED_LANGUAGE,
                    file.place(condition.get(0).offset()),
                    "`" + written + "` inside `groupby` asks about the key",
                    "write `eval( " + written + " )` behind the `groupby`");
        }
    }

    private static String parsed(Token date) {
        return "LocalDate.parse( " + date.text() + " )";
    }

    /** Whether a call that gives a date ends there. */
    private static boolean movesDate(List<Token> tokens, int end) {
        int depth = 0;
        for (int at = end; at > 0; at--) {
            depth += tokens.get(at).is(")") ? 1 : tokens.get(at).is("(") ? -1 : 0;
            if (depth == 0) {
                return tokens.get(at).is("(")
                        && MOVES_DATE.matcher(tokens.get(at - 1).text()).matches()
                        && Tokens.matches(tokens, at - 2, ".");
            }
        }
        return false;
    }

    /** Looks for what may not hold several conditions where something is accumulated. */
    private void accumulated(BaseDescr part) {
        if (part instanceof OrDescr) {
            unsupported()
                    .refuse(
                            part,
                            "`or` between conditions inside an accumulation",
                            "join comparisons with `||`, or let a rule of its own insert what is counted");
            return;
        } else if (part instanceof NotDescr not) {
            single(part, "not", not.getDescrs());
        } else if (part instanceof ExistsDescr exists) {
            single(part, "exists", exists.getDescrs());
        }
        if (part instanceof AndDescr element) {
            element.getDescrs().forEach(this::accumulated);
        }
    }

    private void single(BaseDescr part, String word, List<?> inner) {
        boolean either = inner.stream().anyMatch(OrDescr.class::isInstance);
        if (either || inner.stream().anyMatch(AndDescr.class::isInstance)) {
            unsupported()
                    .refuse(
                            part,
                            "`" + word + "` with several conditions inside an accumulation",
                            either && word.equals("not")
                                    ? "write a `not` for each, with `and` between them"
                                    : "let a rule of its own insert what is counted, and accumulate that");
        }
    }

    private Unsupported unsupported() {
        return new Unsupported(file, problems);
    }
}
