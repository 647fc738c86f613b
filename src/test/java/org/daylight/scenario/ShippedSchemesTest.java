package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.Problems;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedSchemesTest {

    @TestFactory
    Stream<DynamicNode> everyCaseHolds() {
        return ShippedSchemes.ids().stream().map(id -> {
            RuleBase rules = ShippedSchemes.ruleBase(id);
            return dynamicContainer(
                    id,
                    cases(rules).stream()
                            .map(one -> dynamicTest(one.title() + ": " + one.name(), () -> assertThat(
                                            CaseResult.of(one).differences())
                                    .as("rules/%s/%s:%d", id, one.file(), one.line())
                                    .isEmpty())));
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRuleHasACaseInWhichItFiresAndOneInWhichItDoesNot(String id) {
        List<Case> cases = cases(ShippedSchemes.ruleBase(id));

        assertThat(named(cases, Expectation::fired)).isEqualTo(ruleNames(id));
        assertThat(named(cases, Expectation::notFired)).isEqualTo(ruleNames(id));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRuleGivesItsReasonAndCitesWhereItIsPrinted(String id) {
        assertThat(ShippedSchemes.ruleBase(id).rules())
                .allSatisfy(rule -> assertThat(rule.reason()).as(rule.name()).isNotNull())
                .allSatisfy(rule -> assertThat(rule.cites()).as(rule.name()).isNotBlank());
    }

    @Test
    void theEssaysSystemAndFourLawsAreAmongThem() {
        assertThat(ShippedSchemes.ids())
                .contains("community", "driving", "housing", "motor-insurance", "student-grant");
    }

    static List<String> ids() {
        return ShippedSchemes.ids();
    }

    private static List<Case> cases(RuleBase rules) {
        Problems problems = new Problems();
        List<Case> cases = CaseReader.read(rules, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(cases).isNotEmpty();
        return cases;
    }

    private static Set<String> named(List<Case> cases, Function<Expectation, Set<String>> side) {
        return cases.stream()
                .flatMap(one -> side.apply(one.expected()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ruleNames(String id) {
        List<String> names = new ArrayList<>();
        for (RuleText rule : ShippedSchemes.ruleBase(id).rules()) {
            names.add(rule.name());
        }
        return new TreeSet<>(names);
    }
}
