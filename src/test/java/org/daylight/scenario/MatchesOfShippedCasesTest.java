package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daylight.fixture.TwoWays;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchesOfShippedCasesTest {

    @ParameterizedTest
    @MethodSource("ids")
    void inEveryCaseTheEngineFiresWhatWalkingTheConditionsFindsAndNothingElse(String id) {
        RuleBase rules = ShippedSchemes.ruleBase(id);

        int firings = 0;
        for (Case one : CaseReader.read(rules, new Problems())) {
            firings += TwoWays.agree(one.inquiry());
        }

        assertThat(firings).isGreaterThan(rules.rules().size());
    }

    static List<String> ids() {
        return ShippedSchemes.ids();
    }
}
