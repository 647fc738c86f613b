package org.daylight.scenario;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.TwoWays;

class MatchesProperties {

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void inEveryAssessmentTheEngineFiresWhatWalkingTheConditionsFindsAndNothingElse(
            @ForAll("inquiries") Inquiry inquiry) {
        Assume.that(canBeAssessed(inquiry));

        TwoWays.agree(inquiry);
    }

    /** Made-up data may contradict itself, such as two terms of one name; then there is nothing to compare. */
    private static boolean canBeAssessed(Inquiry inquiry) {
        try {
            Evaluation.assess(inquiry);
            return true;
        } catch (EvaluationFailedException contradicting) {
            return false;
        }
    }

    @Provide
    Arbitrary<Inquiry> inquiries() {
        return ShippedSchemes.inquiries();
    }
}
