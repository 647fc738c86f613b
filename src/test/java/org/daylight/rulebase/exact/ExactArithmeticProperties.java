package org.daylight.rulebase.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.fixture.Given;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.Compilation;
import org.daylight.scheme.Statement;

/** Random expressions, in every position where an author may compute, are worked out exactly or end the assessment. */
class ExactArithmeticProperties {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final int EXPRESSIONS = 60;
    private static final String TYPES = """
            declare Figures extends Fact
                a : int
                b : long
                c : BigDecimal
                o : Integer @optional
            end
            """;

    /** A rule that sets a term to what it computed, and the value that this should be; empty where there is none. */
    private record Computation(String rule, Optional<BigDecimal> expected) {}

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsComputedIsExactOrNothing(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        RandomExpression.Figures figures = figures(random);
        List<Computation> computations = new ArrayList<>();
        for (int number = 0; number < EXPRESSIONS; number++) {
            computations.add(computation(random, number, figures));
        }
        List<Computation> computable =
                computations.stream().filter(one -> one.expected().isPresent()).toList();
        // when
        SortedMap<String, Object> terms = terms(computable, figures);
        // then
        assertThat(computable).hasSizeGreaterThan(EXPRESSIONS / 4);
        assertThat(computable.stream().filter(one -> !terms.containsKey(term(one.rule()))))
                .as("did not fire with " + figures)
                .isEmpty();
        computable.forEach(one -> assertThat(new BigDecimal(String.valueOf(terms.get(term(one.rule())))))
                .as(one.rule() + " with " + figures)
                .isEqualByComparingTo(one.expected().orElseThrow()));
        computations.stream().filter(one -> one.expected().isEmpty()).limit(4).forEach(one -> assertThat(
                        fails(one, figures))
                .as(one.rule() + " with " + figures)
                .isTrue());
    }

    private static String term(String rule) {
        return rule.substring(rule.indexOf("term( \"") + 7).replaceAll("\".*(?s).*", "");
    }

    private static RandomExpression.Figures figures(Random random) {
        long[] edges = {0, 1, -1, 3, 12, 250, -40_000, Integer.MAX_VALUE, Integer.MIN_VALUE};
        long[] longEdges = {0, 5, -7, 9_007_199_254_740_993L, 3_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE};
        String[] decimals = {"0", "0.1", "-0.43", "12.50", "1E+3", "123456789.000000001"};
        return new RandomExpression.Figures(
                BigDecimal.valueOf(edges[random.nextInt(edges.length)]),
                BigDecimal.valueOf(longEdges[random.nextInt(longEdges.length)]),
                new BigDecimal(decimals[random.nextInt(decimals.length)]),
                BigDecimal.valueOf(edges[random.nextInt(edges.length)]));
    }

    private static Computation computation(Random random, int number, RandomExpression.Figures figures) {
        RandomExpression expression = RandomExpression.random(random, 3);
        String fields = "$a : a, $b : b, $c : c, $o : o";
        String bound = expression.text().replaceAll("\\b([abco])\\b", "\\$$1");
        String set = "decision.term( \"t" + number + "\", ";
        Optional<BigDecimal> wide = value(expression, figures, true);
        Optional<BigDecimal> narrow = value(expression, figures, false);
        boolean isInt = expression.kind() == RandomExpression.Kind.INT;
        Optional<BigDecimal> asBound =
                isInt ? wide.filter(value -> value.toBigIntegerExact().bitLength() < 32) : wide;
        String then = "then decision.grant(); ";
        String rule = "rule \"r" + number + "\" when Request() ";
        boolean constant = bound.equals(expression.text());
        return switch (constant ? 1 : random.nextInt(9)) {
            case 0 ->
                new Computation(
                        rule + "Figures( " + fields + ", $x : ( " + expression.text() + " ) ) " + then + set
                                + "$x ); end",
                        asBound);
            case 1 -> new Computation(rule + "Figures( " + fields + " ) " + then + set + bound + " ); end", wide);
            case 2 ->
                new Computation(
                        rule + "Figures( " + fields + " ) " + then + "BigDecimal x = " + bound + "; " + set
                                + "x ); end",
                        wide);
            case 3 ->
                new Computation(
                        "function BigDecimal f" + number + "( int a, long b, BigDecimal c, int o ) { return "
                                + expression.text() + "; }\n" + rule + "Figures( " + fields + " ) " + then + set + "f"
                                + number + "( $a, $b, $c, $o ) ); end",
                        wide);
            case 4 ->
                new Computation(
                        rule + "accumulate( Figures( " + fields + " ); $x : sum( " + bound + " ) ) " + then + set
                                + "$x ); end",
                        wide);
            case 5 -> compared(random, rule + "Figures( ", " ) " + then + set, expression.text(), wide);
            case 6 -> compared(random, rule + "Figures( " + fields + " ) eval( ", " ) " + then + set, bound, wide);
            case 7 ->
                new Computation(
                        rule + "Figures( " + fields + ", $x : ( ( a > 5 ? " + expression.text() + " : "
                                + expression.text() + " ) ) ) " + then + set + "$x ); end",
                        asBound);
            default ->
                new Computation(
                        rule + "Figures( " + fields + " ) " + then + "Object x = " + bound + "; " + set + "x ); end",
                        narrow);
        };
    }

    /** A comparison with the value itself, and the term 1 where it holds. */
    private static Computation compared(
            Random random, String before, String after, String text, Optional<BigDecimal> value) {
        BigDecimal right = value.orElse(BigDecimal.ONE);
        String literal = right.toPlainString();
        boolean exceedsLiterals = right.scale() <= 0 && right.toBigInteger().bitLength() > 63;
        if (exceedsLiterals || literal.length() > 90) {
            return new Computation(
                    "rule \"none\" when Request() then decision.grant(); decision.term( \"none\", 1 / 0 ); end",
                    Optional.empty());
        }
        String operator = List.of("==", ">=", "<=").get(random.nextInt(3));
        String expression = before + "( " + text + " ) " + operator + " " + literal + after + "1 ); end";
        return new Computation(expression, value.map(holds -> BigDecimal.ONE));
    }

    private static Optional<BigDecimal> value(
            RandomExpression expression, RandomExpression.Figures figures, boolean wide) {
        try {
            return Optional.of(expression.value().of(figures, wide));
        } catch (ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static boolean fails(Computation computation, RandomExpression.Figures figures) {
        try {
            terms(List.of(computation), figures);
            return false;
        } catch (EvaluationFailedException failed) {
            return true;
        }
    }

    private static String refused(Compilation compilation, String rules) {
        List<String> lines = ("package library\n" + rules).lines().toList();
        return compilation.problems().stream()
                .filter(AuthorProblem::preventsGoingLive)
                .map(problem -> problem + "\n" + lines.get(Math.max(0, problem.line() - 1)))
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<String, Object> terms(List<Computation> computations, RandomExpression.Figures figures) {
        StringBuilder rules = new StringBuilder(TYPES);
        computations.forEach(one -> rules.append(one.rule()).append("\n"));
        Compilation compilation = SchemeText.library().rules(rules.toString()).compile();
        assertThat(compilation.ruleBase())
                .as(() -> refused(compilation, rules.toString()))
                .isPresent();
        Map<String, Object> data = new TreeMap<>(Map.of(
                "a", figures.a().longValueExact(),
                "b", figures.b().longValueExact(),
                "c", figures.c(),
                "o", figures.o().longValueExact()));
        Statement statement = Given.fact("Figures", "f1", "2026-01-01T00:00:00Z", data);
        Inquiry inquiry = new Inquiry(
                compilation.ruleBase().orElseThrow(),
                Given.dossier(statement),
                new Question("lending", new TreeMap<>()),
                NOW);
        return Evaluation.assess(inquiry).answer().terms();
    }
}
