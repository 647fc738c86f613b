package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.WindowReferenceDescr;

/** Refuses what the engine's grammar has for streams, units and paths: schemes have none of them, and some it silently drops. */
record EngineOnlyCheck(SourceFile file, Problems problems) {
    /** What stands before an operand; a bracket or a slash behind it begins one. */
    private static final Set<String> BEFORE_OPERAND = Set.of(
            "(", ",", ":", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "memberOf", "in", "contains", "excludes");

    static void check(SchemeSource source, Problems problems) {
        source.files().forEach(file -> new EngineOnlyCheck(file, problems).declarations());
        source.allRules().forEach(rule -> {
            EngineOnlyCheck check = new EngineOnlyCheck(rule.file(), problems);
            rule.patterns().forEach(check::pattern);
        });
    }

    private void declarations() {
        if (file.content().getUnit() != null) {
            unsupported()
                    .refuse(
                            file.content().getUnit(),
                            "a rule unit",
                            "leave the line out; all rules of a scheme belong together");
        }
        file.content().getEntryPointDeclarations().forEach(declared -> unsupported()
                .refuse(declared, "an entry point", "all data is in one place; leave it out"));
        file.content().getWindowDeclarations().forEach(declared -> unsupported()
                .refuse(declared, "a window", "compare dates with `AsOf`"));
    }

    private void pattern(SourcePattern pattern) {
        if (pattern.content().getSource() instanceof WindowReferenceDescr) {
            unsupported().refuse(file.place(pattern.offset()), "a window", "compare dates with `AsOf`");
        }
        if (pattern.content().getObjectType() != null) {
            pattern.constraints().forEach(constraint -> operands(constraint.tokens()));
        }
    }

    private void operands(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            boolean begins =
                    at == 0 || BEFORE_OPERAND.contains(tokens.get(at - 1).text());
            if (begins && Tokens.matches(tokens, at, "[")) {
                unsupported()
                        .refuse(tokens.get(at), "a list or map in brackets", "write `in ( 3, 10 )`, or use a table");
                return;
            }
            if (begins && Tokens.matches(tokens, at, "/")) {
                unsupported()
                        .refuse(
                                tokens.get(at),
                                "a path that begins with `/`",
                                "write a condition on the type, such as `Loan( days > 7 )`");
                return;
            }
        }
    }

    private Unsupported unsupported() {
        return new Unsupported(file, problems);
    }
}
