package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The shipped schemes, through the same commands that authors use. */
class ShippedSchemesByCommandLineTest {

    @Test
    void nothingIsWrongWithThem() {
        Ran check = Ran.of("check");

        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).contains("rules/community: ").contains("rules/driving: ");
    }

    @Test
    void theirCasesHoldAndCoverEachRuleAndNearlyEachCondition() {
        Ran test = Ran.of("test", "--coverage", "--coverage-rules", "100", "--coverage-conditions", "95");

        assertThat(test.code()).as(test.out()).isZero();
        assertThat(test.out()).contains("all hold; covered: ").doesNotContain("cannot be followed");
    }
}
