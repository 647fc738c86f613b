package org.daylight.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daylight.evaluation.Question;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Statement;
import org.daylight.scheme.Statement.Kind;

/** An ordinary borrower of the community scheme: ten events in two years, who asks for a bike. */
final class CommunityDossier {
    static final Question QUESTION = Question.of("bike-hire", Map.of());

    static final Dossier DOSSIER = new Dossier(
            "community",
            "ada",
            true,
            List.of(
                    event("ReturnedOnTime", "2024-12-03T10:00:00Z", Map.of("item", "drill")),
                    event("ReturnedOnTime", "2025-02-11T10:00:00Z", Map.of("item", "ladder")),
                    event("LateReturn", "2025-03-20T10:00:00Z", Map.of("daysLate", 9L)),
                    event("BillPaid", "2025-05-02T10:00:00Z", Map.of("bill", "B-1")),
                    event("DamageReported", "2025-06-15T10:00:00Z", Map.of("damage", "D-1")),
                    event("DamageMadeGood", "2025-06-30T10:00:00Z", Map.of("damage", "D-1")),
                    event("VolunteerShift", "2025-09-09T10:00:00Z", Map.of("hours", 6L)),
                    event("CourseCompleted", "2025-11-21T10:00:00Z", Map.of("course", "FIRST_AID")),
                    event("BillMissed", "2026-04-01T10:00:00Z", Map.of("bill", "B-2")),
                    event("ReturnedOnTime", "2026-08-18T10:00:00Z", Map.of("item", "tent"))));

    private CommunityDossier() {}

    private static Statement event(String type, String at, Map<String, ?> data) {
        return Statement.of(Kind.EVENT, type, "urn:benchmark", type + at, Instant.parse(at), data);
    }
}
