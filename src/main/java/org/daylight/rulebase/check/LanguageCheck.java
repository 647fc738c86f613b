package org.daylight.rulebase.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourcePattern;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.scheme.Problems;
import org.drools.drl.ast.descr.AccumulateImportDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/**
 * Refuses the parts of the rule language that would break what an assessment promises: clocks and timers of the engine's own,
 * state that outlives the assessment, and ways to fire rules in an order that data does not decide.
 */
record LanguageCheck(SourceFile file, Problems problems) {
    private static final Set<String> ATTRIBUTES = Set.of("salience", "no-loop", "dialect");
    private static final Set<String> ENGINE_CLOCK = Set.of("role", "timestamp", "duration", "expires");

    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_$][^\"\\\\\\p{Cntrl}]{0," + (LONGEST_NAME - 1) + "}");
    private static final Pattern BARE_ARITHMETIC =
            Pattern.compile("\\s*[$\\w]+\\s*:\\s*[\\w.]+\\s*[-+*/%].*", Pattern.DOTALL);

    static void check(SchemeSource source, Problems problems) {
        source.files().forEach(file -> new LanguageCheck(file, problems).declarations());
        source.allRules()
                .forEach(rule ->
                        problems.guard(rule.file().path(), () -> new LanguageCheck(rule.file(), problems).rule(rule)));
    }

    private void declarations() {
        for (GlobalDescr global : file.content().getGlobals()) {
            refuse(global, "the global `" + global.getIdentifier() + "`", "`score` and `decision` are the only ones");
        }
        for (AccumulateImportDescr imported : file.content().getAccumulateImports()) {
            refuse(
                    imported,
                    "`import accumulate`",
                    "`count`, `sum`, `min`, `max`, `average`, `collectList` and `collectSet` are there");
        }
        file.content().getAttributes().forEach(this::attribute);
        file.content().getFunctions().forEach(this::function);
        for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
            for (AnnotationDescr annotation : type.getAnnotations()) {
                if (ENGINE_CLOCK.contains(annotation.getName())) {
                    refuse(type, "`@" + annotation.getName() + "`", "compare dates with `AsOf`");
                }
            }
        }
    }

    /** Refuses a function that gives something back and does not say of what type; the engine says so without a place. */
    private void function(FunctionDescr function) {
        List<Token> body = Tokens.of(String.valueOf(function.getBody()), 0);
        boolean typeless =
                function.getReturnType() == null || function.getReturnType().equals("void");
        for (int at = 0; typeless && at + 1 < body.size(); at++) {
            if (body.get(at).is("return") && !body.get(at + 1).is(";")) {
                problems.error(
                        ProblemCode.TYPE_MISMATCH,
                        place(function),
                        "the function `" + function.getName() + "` says no type, and gives something back",
                        "write the type of what it gives back, such as `function int " + function.getName() + "( … )`");
                return;
            }
        }
    }

    private void rule(SourceRule rule) {
        rule.content().getAttributes().values().forEach(this::attribute);
        name(rule.content());
        consequences(rule.content());
        for (SourcePattern pattern : rule.patterns()) {
            pattern(rule.content(), pattern.content());
            pattern.constraints().forEach(constraint -> {
                binding(constraint.text(), constraint.offset());
                signs(constraint.tokens());
                chain(constraint.tokens());
            });
        }
    }

    /** Checks a name, which will stand in generated code, in answers and in files of cases. */
    private void name(RuleDescr rule) {
        if (!NAME.matcher(rule.getName()).matches()) {
            problems.error(
                    ProblemCode.BAD_RULE_NAME,
                    place(rule),
                    "`" + rule.getName() + "` cannot be the name of a rule",
                    "use up to " + LONGEST_NAME
                            + " letters, digits, spaces and marks, but no quotation mark or backslash, and a letter"
                            + " first");
        }
    }

    /** Refuses named consequences: an answer names a rule, so a rule has one consequence. */
    private void consequences(RuleDescr rule) {
        boolean branches = rule.getLhs() != null
                && rule.getLhs().getDescrs().stream()
                        .anyMatch(part ->
                                part instanceof ConditionalBranchDescr || part instanceof NamedConsequenceDescr);
        if (branches || !rule.getNamedConsequences().isEmpty()) {
            refuse(rule, "a named consequence (`do[…]`)", "write a rule for each");
        }
    }

    private void attribute(AttributeDescr attribute) {
        if (!ATTRIBUTES.contains(attribute.getName())) {
            refuse(attribute, "the attribute `" + attribute.getName() + "`", insteadOf(attribute.getName()));
        }
    }

    private static String insteadOf(String attribute) {
        return switch (attribute) {
            case "activation-group", "agenda-group", "ruleflow-group", "auto-focus" ->
                "every rule whose conditions hold fires: let conditions exclude each other, such as `not InNeed()`,"
                        + " or order rules with `salience`";
            case "enabled" ->
                "take the rule out of the file; decisions made before keep the revision they were made by";
            case "lock-on-active" -> "write `no-loop`, or a condition that no longer holds";
            case "date-effective", "date-expires" ->
                "write it as a condition, such as `AsOf( date >= LocalDate.parse( \"2026-01-01\" ) )`, or use a table";
            default -> "write it as a condition; dates are compared with `AsOf`";
        };
    }

    /** Refuses two signs of order in a row, {@code 3 < daysLate < 7}: the engine cannot say what is wrong with it. */
    private void chain(List<Token> condition) {
        int depth = 0;
        int first = -1;
        for (int at = 0; at < condition.size(); at++) {
            Token token = condition.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && (token.is("&&") || token.is("||") || token.is("?") || token.is(":"))) {
                first = -1;
            } else if (depth == 0 && ORDER.contains(token.text()) && first >= 0 && at > 0) {
                String field = condition.get(at - 1).text();
                problems.error(
                        ProblemCode.SYNTAX,
                        file.place(token.offset()),
                        "`" + token.text() + "` compares what was compared already",
                        "write two comparisons of `" + field + "`, with `,` between them");
                return;
            } else if (depth == 0 && ORDER.contains(token.text())) {
                first = at;
            }
        }
    }

    /** Refuses signs that look like others and mean something else. */
    private void signs(List<Token> condition) {
        for (int at = 0; at < condition.size(); at++) {
            Token sign = condition.get(at);
            boolean unifies = sign.is(":") && Tokens.matches(condition, at + 1, "=");
            if (sign.is(";")) {
                String message = "`;` does not belong between comparisons";
                problems.error(ProblemCode.SYNTAX, file.place(sign.offset()), message, "write `,`");
                return;
            }
            if (unifies || sign.is("&") || sign.is("|")) {
                String written = unifies ? ":=" : sign.text();
                new Unsupported(file, problems)
                        .refuse(
                                sign,
                                "`" + written + "`",
                                unifies
                                        ? "write `==` to compare, or `:` to bind"
                                        : "write `" + written + written + "`");
                return;
            }
        }
    }

    private void part(BaseDescr part) {
        if (part instanceof ExprConstraintDescr expression) {
            List<Token> tokens = Tokens.of(expression.getExpression(), Math.max(0, expression.getStartCharacter()));
            boolean positional = expression.getType() == ExprConstraintDescr.Type.POSITIONAL;
            boolean negative =
                    tokens.size() == 2 && tokens.get(0).is("-") && tokens.get(1).kind() == Token.Kind.NUMBER;
            if (positional && tokens.size() > 1 && !negative) {
                position(tokens);
            } else if (!positional && tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.NUMBER) {
                number(tokens.get(0));
            }
        }
    }

    /** Refuses a comparison that ends with a semicolon: it would stand for the value of the type's first field. */
    private void position(List<Token> comparison) {
        problems.error(
                ProblemCode.SYNTAX,
                file.place(comparison.get(0).offset()),
                "`" + Tokens.asWritten(comparison) + "` ends with `;`",
                "write `,` between comparisons");
    }

    /** Refuses a number where a condition stands: mostly the second half of one with a mark for its thousands. */
    private void number(Token number) {
        boolean half = file.text()
                .substring(Math.max(0, number.offset() - 2), number.offset())
                .matches("\\d,");
        problems.error(
                ProblemCode.SYNTAX,
                file.place(number.offset()),
                "`" + number.text() + "` is a number, and no condition",
                half ? withoutComma(number) : "compare a field with it");
    }

    /** Three digits behind the comma are thousands, others a fraction. */
    private String withoutComma(Token half) {
        int begin = half.offset() - 1;
        while (begin > 0 && Character.isDigit(file.text().charAt(begin - 1))) {
            begin--;
        }
        String whole = file.text().substring(begin, half.offset() - 1);
        return half.text().length() == 3
                ? "write the number without the comma"
                : "write a point in the place of the comma: `" + whole + "." + half.text() + "`";
    }

    private void pattern(RuleDescr rule, PatternDescr pattern) {
        BaseDescr element = pattern.getLine() > 0 ? pattern : rule;
        if (!pattern.getBehaviors().isEmpty()) {
            refuse(element, "a window", "compare dates with `AsOf`");
        }
        if (pattern.getObjectType() == null) {
            refuse(element, "a path (`/…`)", "write a condition for each type");
        } else if (pattern.getSource() == null && pattern.getObjectType().matches("javax?\\..*")) {
            problems.error(
                    ProblemCode.UNKNOWN_TYPE, place(element), "nothing declares `" + pattern.getObjectType() + "`");
        }
        pattern.getConstraint().getDescrs().forEach(this::part);
        if (pattern.getSource() instanceof EntryPointDescr) {
            refuse(element, "an entry point", "all data is in one place");
        }
    }

    /** Refuses {@code $sum : a + b}: the engine binds the first field and drops the rest, unless all of it is in parentheses. */
    private void binding(String condition, int offset) {
        if (BARE_ARITHMETIC.matcher(condition).matches()) {
            String bound = condition.substring(condition.indexOf(':') + 1).strip();
            problems.error(
                    ProblemCode.BARE_ARITHMETIC,
                    file.place(offset),
                    "`" + condition.strip() + "` would bind less than it says",
                    "put what is computed in parentheses: `( " + bound + " )`");
        }
    }

    private void refuse(BaseDescr element, String construct, String fix) {
        new Unsupported(file, problems).refuse(place(element), construct, fix);
    }

    private Place place(BaseDescr element) {
        return Place.ofLine(file.path(), Math.max(element.getLine(), 0));
    }
}
