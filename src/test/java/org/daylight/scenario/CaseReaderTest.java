package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReaderTest {
    private static final String RULES = """
            declare LateReturn extends Event
                daysLate : int
            end

            declare Member extends Fact
                name : String
            end

            rule "Late"
                @reason( "{$late.daysLate} days late" )
            when
                $late : LateReturn( daysLate > 7 )
            then
                score.add( -10 );
            end

            rule "Lending"
                @reason( "Everybody may borrow" )
            when
                Request( service == "lending" )
            then
                decision.grant();
            end
            """;

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Lat              ~ did you mean `Late`?
            late             ~ did you mean `Late`?
            Lednign          ~ did you mean `Lending`?
            Lending of books ~ did you mean `Lending`?
            Members          ~ use one of `Late`, `Lending`
            """)
    void aRulesNameThatIsNoneIsToldWithTheNamesThereAre(String name, String fix) {
        read("""
                title: Borrowing
                cases:
                  - name: A day late
                    asOf: 2026-07-01
                    expect: { fired: [%s] }
                """.formatted(name));

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("the scheme has no rule `" + name + "`");
            assertThat(problem.fix()).isEqualTo(fix);
        });
    }

    @Test
    void aDateMeansTheWholeDayInTheSchemesTimeZone() {
        List<Case> cases = read("""
                title: Borrowing
                cases:
                  - name: A day late
                    given:
                      - { event: LateReturn, id: l1, at: 2026-07-01, data: { daysLate: 1 } }
                    asOf: 2026-07-01
                    expect: { score: 500 }
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.inquiry().dossier().statements().get(0).validAt())
                    .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
            assertThat(one.inquiry().asOf()).isEqualTo(Instant.parse("2026-07-01T21:59:59.999999Z"));
        });
    }

    @Test
    void aTimeIsTakenAsItIs() {
        List<Case> cases = read("""
                title: Borrowing
                cases:
                  - name: A day late
                    given:
                      - { event: LateReturn, id: l1, at: "2026-07-01T10:00:00Z", data: { daysLate: 1 } }
                    asOf: "2026-07-01T09:59:59Z"
                    expect: { score: 500 }
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(cases.get(0).inquiry().dossier().statements().get(0).validAt())
                .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(cases.get(0).inquiry().asOf()).isEqualTo(Instant.parse("2026-07-01T09:59:59Z"));
    }

    @Test
    void whatIsGivenForTheFileIsGivenInEveryCase() {
        List<Case> cases = read("""
                title: Borrowing
                given:
                  - { event: LateReturn, id: l1, at: 2026-07-01, data: { daysLate: 1 } }
                cases:
                  - name: As given
                    asOf: 2026-07-02
                    expect: { score: 500 }
                  - name: Taken back
                    given:
                      - { retract: l1 }
                    asOf: 2026-07-02
                    expect: { score: 500 }
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(cases.get(0).inquiry().dossier().statements())
                .extracting(Statement::id)
                .containsExactly("l1");
        assertThat(cases.get(1).inquiry().dossier().statements())
                .extracting(Statement::kind)
                .containsExactly(Statement.Kind.EVENT, Statement.Kind.RETRACTION);
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnceWithItsLine() {
        read("""
                title: Borrowing
                given:
                  - { event: LateRetrun, id: l1, at: 2026-07-01, data: { daysLate: 1 } }
                  - { event: LateReturn, id: l2, at: yesterday, data: { daysLate: 1 } }
                  - { event: LateReturn, id: l3, at: 2026-07-01, data: { dayslate: 1 } }
                  - { fact: Member, id: l3, at: 2026-07-01, data: { name: 7 } }
                  - { id: l4, at: 2026-07-01 }
                cases:
                  - name: All wrong
                    when: 2026-07-01
                    asOf: 2026-07-01
                    given:
                      - { retract: l9 }
                    ask: { service: lendign, attributes: { amount: 1 } }
                    expect: { score: much, fired: [Lat], outcome: GIVEN }
                  - name: Nothing expected
                    asOf: 2026-07-01
                    ask: { service: lending, attributes: { amount: 1 } }
                  - name: Nothing asked
                    asOf: 2026-07-01
                    expect: { outcome: GRANTED }
                """);

        assertThat(problems.sorted())
                .extracting(AuthorProblem::line, AuthorProblem::code)
                .containsExactly(
                        tuple(3, ProblemCode.UNKNOWN_TYPE),
                        tuple(4, ProblemCode.WRONG_VALUE),
                        tuple(5, ProblemCode.MISSING_FIELD),
                        tuple(5, ProblemCode.UNKNOWN_FIELD),
                        tuple(6, ProblemCode.WRONG_TYPE),
                        tuple(6, ProblemCode.DUPLICATE_ID),
                        tuple(7, ProblemCode.MISSING_KEY),
                        tuple(10, ProblemCode.UNKNOWN_KEY),
                        tuple(13, ProblemCode.UNKNOWN_ID),
                        tuple(14, ProblemCode.UNKNOWN_SERVICE),
                        tuple(15, ProblemCode.UNKNOWN_RULE),
                        tuple(15, ProblemCode.WRONG_VALUE),
                        tuple(15, ProblemCode.WRONG_VALUE),
                        tuple(16, ProblemCode.MISSING_KEY),
                        tuple(18, ProblemCode.UNKNOWN_FIELD),
                        tuple(21, ProblemCode.MISSING_KEY));
    }

    @Test
    void dataIsReadAsADoorWouldReadIt() {
        read("""
                title: Borrowing
                cases:
                  - name: A day late
                    given:
                      - event: LateReturn
                        id: l1
                        at: 2026-07-01
                        data:
                          daysLate: soon
                          book: Emma
                      - { event: LateReturn, id: l2, at: 2026-07-01 }
                    asOf: 2026-07-01
                    expect: { score: 500 }
                """);

        assertThat(problems.sorted())
                .extracting(AuthorProblem::line, AuthorProblem::code, AuthorProblem::message)
                .containsExactly(
                        tuple(
                                9,
                                ProblemCode.WRONG_TYPE,
                                "`daysLate` of `LateReturn` is `soon`, expected a whole number from -2147483648 to 2147483647"),
                        tuple(
                                10,
                                ProblemCode.UNKNOWN_FIELD,
                                "`book` of `LateReturn` is not declared, expected one of `daysLate`"),
                        tuple(
                                11,
                                ProblemCode.MISSING_FIELD,
                                "`daysLate` of `LateReturn` is missing, expected a whole number from -2147483648 to 2147483647"));
    }

    @Test
    void aMistypedNameComesWithTheNearestKnownOne() {
        read("""
                title: Borrowing
                cases:
                  - name: A day late
                    given:
                      - { event: LateRetrun, id: l1, at: 2026-07-01, data: { daysLate: 1 } }
                    asOf: 2026-07-01
                    expect: { score: 500 }
                """);

        assertThat(problems.sorted())
                .extracting(AuthorProblem::message, AuthorProblem::fix)
                .containsExactly(tuple("the scheme declares no event `LateRetrun`", "did you mean `LateReturn`?"));
    }

    private List<Case> read(String cases) {
        RuleBase rules = SchemeText.library()
                .rules(RULES)
                .with("cases/borrowing.yaml", cases)
                .ruleBase();
        return CaseReader.read(rules, problems);
    }
}
