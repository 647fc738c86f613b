package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Enrols made-up citizens in {@code community}. */
final class Enrolling {
    private Enrolling() {}

    static void all(Caller caller, List<String> citizens) throws IOException {
        String notice = caller.get(null, "/schemes/community")
                .json()
                .path("notice")
                .path("version")
                .asText();
        for (String citizen : citizens) {
            String body = Statements.json(Map.of("citizen", citizen, "notice", notice, "lawfulBasis", "CONSENT"));
            Caller.Answer answer = caller.post("registrar", "/schemes/community/enrolments", "application/json", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
    }
}
