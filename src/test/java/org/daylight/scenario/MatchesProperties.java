package org.daylight.scenario;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.fixture.GeneratedQuestions;
import org.daylight.fixture.TwoWays;
import org.daylight.rulebase.RuleBase;

class MatchesProperties {

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void inEveryAssessmentTheEngineFiresWhatWalkingTheConditionsFindsAndNothingElse(
            @ForAll("assessments") Tuple.Tuple2<String, GeneratedQuestions.Asked> tuple2) {
        RuleBase rules = ShippedSchemes.ruleBase(tuple2.get1());
        GeneratedQuestions.Asked asked = tuple2.get2();
        Assume.that(canBeAssessed(rules, asked));

        TwoWays.agree(rules, asked.dossier(), asked.question().orElse(null), asked.asOf());
    }

    /** Made-up data may contradict itself, such as two terms of one name; then there is nothing to compare. */
    private static boolean canBeAssessed(RuleBase rules, GeneratedQuestions.Asked asked) {
        try {
            Evaluation.assess(rules, asked.dossier(), asked.question().orElse(null), asked.asOf());
            return true;
        } catch (EvaluationFailedException contradicting) {
            return false;
        }
    }

    @Provide
    Arbitrary<Tuple.Tuple2<String, GeneratedQuestions.Asked>> assessments() {
        return Arbitraries.of(ShippedSchemes.ids()).flatMap(id -> GeneratedQuestions.about(ShippedSchemes.ruleBase(id))
                .map(asked -> Tuple.of(id, asked)));
    }
}
