package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.SchemeText;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.api.Test;

class CollectedCopyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void whatARuleAddsToWhatWasCollectedIsNotCollectedAgain() {
        // given
        RuleBase ruleBase = SchemeText.library()
                .rules(RunawayRulesTest.TYPES
                        + "rule \"Makes\" when exists Loan() then insert( new Token( 1 ) ); insert( new Token( 2 ) ); end\n"
                        + "rule \"Counts\" salience 1 when $all : java.util.ArrayList() from collect( Token() )"
                        + " then score.add( $all.size() ); $all.add( \"another\" ); end")
                .ruleBase();
        // when
        long score = Evaluation.assess(new Inquiry(ruleBase, RunawayRulesTest.loans(3), null, NOW))
                .scored()
                .orElseThrow()
                .score();
        // then
        assertThat(score).isEqualTo(502);
    }
}
