package org.daylight.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** CloudEvents about made-up citizens, each with an id of its own. */
final class Statements {
    static final String SOURCE = "urn:load";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Map.Entry<String, Map<String, Object>>> KINDS = List.of(
            Map.entry("ReturnedOnTime", Map.of("item", "cargo bike")),
            Map.entry("LateReturn", Map.of("daysLate", 9)),
            Map.entry("BillPaid", Map.of("bill", "B-1")),
            Map.entry("BillMissed", Map.of("bill", "B-2")),
            Map.entry("VolunteerShift", Map.of("hours", 3)),
            Map.entry("CourseCompleted", Map.of("course", "TOOL_SAFETY")),
            Map.entry("Residence", Map.of("area", "TOWN")));

    private Statements() {}

    static Map<String, Object> any(String id, String citizen, Random random) {
        Map.Entry<String, Map<String, Object>> kind = KINDS.get(random.nextInt(KINDS.size()));
        return Map.of(
                "specversion",
                "1.0",
                "type",
                "community." + kind.getKey(),
                "source",
                SOURCE,
                "id",
                id,
                "subject",
                citizen,
                "time",
                "2026-%02d-%02dT10:00:00Z".formatted(1 + random.nextInt(10), 1 + random.nextInt(28)),
                "data",
                kind.getValue());
    }

    static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
