package org.daylight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The demo citizens are what the README says they are. */
class DemoCitizensTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final Instant AS_OF = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void adaIsInGoodStandingAndHiresABike() throws IOException {
        Assessment assessment = ask("community", "ada", Question.of("bike-hire", Map.of()));

        assertThat(assessment.scored())
                .hasValueSatisfying(standing -> assertThat(standing.score()).isGreaterThanOrEqualTo(700));
        assertThat(assessment.answer().outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void benIsBelow500AndIsRefusedABikeButNotTheBus() throws IOException {
        Assessment bike = ask("community", "ben", Question.of("bike-hire", Map.of()));
        Assessment bus = ask("community", "ben", Question.of("public-transport", Map.of()));

        assertThat(bike.scored())
                .hasValueSatisfying(standing -> assertThat(standing.score()).isLessThan(500));
        assertThat(bike.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bus.answer().outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void chiIsNotScoredAndNotRefused() throws IOException {
        Assessment assessment = ask("community", "chi", Question.of("bike-hire", Map.of()));

        assertThat(assessment.scored()).isEmpty();
        assertThat(assessment.answer().outcome()).isEqualTo(Outcome.REFERRED);
    }

    @Test
    void eveIsInNeedAndGetsAHardshipGrantAndFreeMedicine() throws IOException {
        Assessment grant = ask("community", "eve", Question.of("hardship-grant", Map.of()));
        Assessment medicine = ask("community", "eve", Question.of("medicine", Map.of("medicine", "insulin")));

        assertThat(grant.answer().outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(medicine.answer().terms()).isEqualTo(Map.of("shareCents", 0L));
    }

    @Test
    void dovHasFourPointsThatCountAndIsDueAReminder() throws IOException {
        Assessment assessment = ask("driving", "dov", Question.of("measure", Map.of()));

        assertThat(assessment.scored())
                .hasValueSatisfying(standing -> assertThat(standing.score()).isEqualTo(4));
        assertThat(assessment.answer().terms())
                .isEqualTo(Map.of(
                        "measure", "REMINDER", "total", 4L, "reckonedOn", "2026-05-22", "nextLapse", "2028-08-20"));
    }

    @Test
    void dovPaysNineTenthsOfHisReferencePremiumThreeYearsAfterAClaim() throws IOException {
        Assessment assessment =
                ask("motor-insurance", "dov", Question.of("premium", Map.of("referencePremiumCents", 60_000L)));

        assertThat(assessment.answer().terms())
                .isEqualTo(Map.of("coefficient", "0.90", "referencePremiumCents", 60_000L, "netPremiumCents", 54_000L));
    }

    @Test
    void chiIsPaidAGrantOfTheFourthLevel() throws IOException {
        Assessment assessment = ask("student-grant", "chi", Question.of("grant", Map.of()));

        assertThat(assessment.answer().terms())
                .isEqualTo(Map.of("level", "4", "monthlyCents", 45_870L, "instalments", 10L));
    }

    @Test
    void everyStatementFitsItsType() throws IOException {
        for (String scheme : List.of("community", "driving", "motor-insurance", "student-grant")) {
            RuleBase rules = ShippedSchemes.ruleBase(scheme);
            for (Statement statement : statements(rules, null)) {
                assertThat(rules.factory(statement.type()).orElseThrow().misfit(statement.data()))
                        .as(statement.reference())
                        .isEmpty();
            }
        }
    }

    private static Assessment ask(String scheme, String citizen, Question question) throws IOException {
        RuleBase rules = ShippedSchemes.ruleBase(scheme);
        Dossier dossier = new Dossier(scheme, citizen, true, statements(rules, citizen));
        assertThat(dossier.statements()).isNotEmpty();
        return Evaluation.assess(new Inquiry(rules, dossier, question, AS_OF));
    }

    private static List<Statement> statements(RuleBase rules, @Nullable String citizen) throws IOException {
        String scheme = rules.scheme().id();
        List<Statement> statements = new ArrayList<>();
        try (InputStream file = DemoCitizensTest.class.getResourceAsStream("/demo/" + scheme + ".json")) {
            for (JsonNode event : JSON.readTree(Objects.requireNonNull(file))) {
                if (citizen == null || event.get("subject").asText().equals(citizen)) {
                    statements.add(statement(rules, event));
                }
            }
        }
        return statements;
    }

    private static Statement statement(RuleBase rules, JsonNode event) {
        String type = event.get("type").asText().substring(rules.scheme().id().length() + 1);
        DeclaredType.Kind kind = rules.types().find(type).orElseThrow().kind();
        return Statement.of(
                kind == DeclaredType.Kind.EVENT ? Statement.Kind.EVENT : Statement.Kind.FACT,
                type,
                event.get("source").asText(),
                event.get("id").asText(),
                Instant.parse(event.get("time").asText()),
                JSON.convertValue(event.get("data"), new TypeReference<Map<String, Object>>() {}));
    }
}
