package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Problems;
import org.junit.jupiter.api.Test;

class CaseResultTest {
    private static final String RULES = """
            declare LateReturn extends Event
                daysLate : int
            end

            rule "Late"
                @reason( "{$late.daysLate} days late" )
            when
                $late : LateReturn( daysLate > 7 )
            then
                score.add( -10 / ( $late.getDaysLate() - 13 ) );
            end

            rule "Lending needs 500"
                @reason( "Lending needs 500" )
            when
                Request( service == "lending" )
                Standing( score < 500 )
            then
                decision.refuse();
            end

            rule "Lending"
                @reason( "Everybody may borrow" )
            when
                Request( service == "lending" )
            then
                decision.grant();
                decision.term( "days", 14 );
            end
            """;

    @Test
    void aCaseHoldsWhenAllItExpectsComesOut() {
        CaseResult result = run("""
                    asOf: 2026-07-02
                    ask: { service: lending }
                    expect: { score: 499, band: low, outcome: REFUSED, terms: {}, fired: [Late], notFired: [], reasons: [Lending needs 500] }
                """, 23);

        assertThat(result.differences()).isEmpty();
        assertThat(result.holds()).isTrue();
    }

    @Test
    void everythingThatCameOutOtherwiseIsTold() {
        CaseResult result = run("""
                    asOf: 2026-07-02
                    ask: { service: lending }
                    expect: { score: not-scored, band: good, outcome: GRANTED, terms: { days: 14 }, fired: [Lending needs 500], notFired: [Late], reasons: [] }
                """, 23);

        assertThat(result.holds()).isFalse();
        assertThat(result.differences())
                .extracting(CaseResult.Difference::toString)
                .containsExactly(
                        "score: expected not-scored, found 499",
                        "band: expected good, found low",
                        "outcome: expected GRANTED, found REFUSED",
                        "terms: expected {days=14}, found {}",
                        "reasons: expected [], found [Lending needs 500]",
                        "rule `Late`: expected not fired, found fired");
    }

    @Test
    void withoutAQuestionTheReasonsAreThoseOfTheLedger() {
        CaseResult result = run("""
                    asOf: 2026-07-02
                    expect: { reasons: [24 days late] }
                """, 23);

        assertThat(result.differences())
                .extracting(CaseResult.Difference::toString)
                .containsExactly("reasons: expected [24 days late], found [23 days late]");
    }

    @Test
    void whatIsNotMentionedIsNotCompared() {
        CaseResult result = run("""
                    asOf: 2026-07-02
                    ask: { service: lending }
                    expect: { band: low }
                """, 23);

        assertThat(result.holds()).isTrue();
    }

    @Test
    void aRuleThatFailsMakesTheCaseFail() {
        CaseResult result = run("""
                    asOf: 2026-07-02
                    expect: { score: 500 }
                """, 13);

        assertThat(result.assessment()).isNull();
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.expected()).isEqualTo("an answer");
            assertThat(difference.found()).contains("`Late`").contains("by zero");
        });
    }

    private static CaseResult run(String rest, int daysLate) {
        String cases = """
                title: Borrowing
                cases:
                  - name: Late
                    given:
                      - { event: LateReturn, id: l1, at: 2026-07-01, data: { daysLate: %d } }
                """.formatted(daysLate) + rest;
        RuleBase rules = SchemeText.library()
                .rules(RULES)
                .with("cases/borrowing.yaml", cases)
                .ruleBase();
        Problems problems = new Problems();
        List<Case> read = CaseReader.read(rules, problems);
        assertThat(problems.sorted()).isEmpty();
        return CaseResult.of(read.get(0));
    }
}
