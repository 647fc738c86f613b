package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.daylight.evaluation.Outcome;
import org.junit.jupiter.api.Test;

class DecisionSummaryTest {
    @Test
    void aPageIsFlatAndItsHeadComesFirst() {
        DecisionSummary head = new DecisionSummary("d1", "library", "r1", "lending", "ada", Instant.EPOCH);

        JsonNode page = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .build()
                .valueToTree(new DecisionViews.Trace(head, Outcome.GRANTED, List.of(), List.of()));

        assertThat(page.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "scheme", "revision", "service", "citizen", "asOf", "outcome", "firings", "setAside");
    }
}
