package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Firing;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.ObservedAssessment;
import org.daylight.explanation.Explanation;
import org.daylight.explanation.nearmiss.FailedCondition;
import org.daylight.explanation.nearmiss.NearMiss;
import org.daylight.explanation.reason.PrincipalReason;
import org.daylight.scheme.Statement;

class ExplanationProperties {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noRuleBothFiresAndIsMissedAndNoReasonIsMadeUp(@ForAll("inquiries") Inquiry inquiry) {
        ObservedAssessment observed = observed(inquiry);

        Explanation explanation = Explanation.of(inquiry, null);

        Set<String> fired =
                observed.assessment().trace().stream().map(Firing::rule).collect(Collectors.toSet());
        assertThat(explanation.nearMisses().notExplained()).isEmpty();
        assertThat(explanation.nearMisses().rules()).allSatisfy(miss -> {
            assertThat(fired).doesNotContain(miss.rule());
            assertThat(miss.held()).isLessThan(miss.of());
            assertThat(miss.miss().kind()).isNotEqualTo(FailedCondition.Kind.HELD);
            assertThat(miss.says()).isNotBlank();
        });
        assertThat(explanation.nearMisses().rules()).extracting(NearMiss::rule).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(explanation.reasons()).principal())
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(reason -> {
                    assertThat(fired).contains(reason.rule());
                    assertThat(ids(inquiry))
                            .containsAll(reason.data().stream()
                                    .map(PrincipalReason.On::id)
                                    .toList());
                });
        everyStatementCountsOrHasItsWhy(inquiry, observed, explanation);
    }

    private static void everyStatementCountsOrHasItsWhy(
            Inquiry inquiry, ObservedAssessment observed, Explanation explanation) {
        Set<String> told = new HashSet<>();
        explanation.notCounted().forEach(notCounted -> told.add(notCounted.id()));
        observed.assessment().setAside().forEach(statement -> assertThat(told).contains(statement.id()));
        observed.assessment().trace().forEach(firing -> firing.matched()
                .forEach(datum -> assertThat(told).doesNotContain(datum.id())));
        assertThat(ids(inquiry)).containsAll(told);
    }

    private static Set<String> ids(Inquiry inquiry) {
        return inquiry.dossier().statements().stream().map(Statement::reference).collect(Collectors.toSet());
    }

    /** Made-up data may contradict itself, such as two terms of one name; then there is nothing to explain. */
    private static ObservedAssessment observed(Inquiry inquiry) {
        try {
            return Evaluation.observe(inquiry);
        } catch (EvaluationFailedException contradicting) {
            Assume.that(false);
            throw contradicting;
        }
    }

    @Provide
    Arbitrary<Inquiry> inquiries() {
        return ShippedSchemes.inquiries();
    }
}
