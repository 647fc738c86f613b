package org.daylight.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published API tells of each operation what it answers. */
@QuarkusTest
class OpenApiTest {
    /** Doors that only the tests have. */
    private static final String PROBE = "/probe";

    /** What those operations answer that do not answer JSON. */
    private static final Map<String, Set<String>> OTHER_TYPES = Map.of(
            "GET /decisions/log", Set.of("application/x-ndjson"),
            "GET /decisions/log/schema", Set.of("application/schema+json"),
            "GET /decisions/{id}/letter", Set.of("text/html; charset=UTF-8", "text/plain; charset=UTF-8"),
            "GET /log/checkpoint", Set.of("text/plain; charset=utf-8"),
            "GET /log/origins/{log}/checkpoint", Set.of("text/plain; charset=utf-8"),
            "GET /log/tile/{level}/{index}", Set.of("application/octet-stream"),
            "GET /log/origins/{log}/tile/{level}/{index}", Set.of("application/octet-stream"));

    private JsonNode document = MissingNode.getInstance();
    private final List<Operation> operations = new ArrayList<>();

    /**
     * One operation of the document.
     *
     * @param name verb and path
     */
    private record Operation(String name, JsonNode json) {
        JsonNode answer(int status) {
            return json.path("responses").path(Integer.toString(status));
        }

        JsonNode success() {
            JsonNode created = answer(201);
            return created.isMissingNode() ? answer(200) : created;
        }

        Set<String> types() {
            Set<String> types = new TreeSet<>();
            success().path("content").fieldNames().forEachRemaining(types::add);
            return types;
        }

        boolean answersNothing() {
            return !answer(204).isMissingNode();
        }

        boolean isDescribed(int status) {
            String description = answer(status).path("description").asText();
            return !description.isBlank() && !description.equals("OK");
        }
    }

    @BeforeEach
    void readTheDocument() throws JsonProcessingException {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        document.path("paths")
                .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, operation) ->
                        operations.add(new Operation(verb.toUpperCase(Locale.ROOT) + " " + path, operation))));
        operations.removeIf(operation -> operation.name().contains(PROBE));
    }

    private List<String> allBut(Predicate<Operation> holds) {
        return operations.stream().filter(holds.negate()).map(Operation::name).toList();
    }

    /** There will be more of them. */
    @Test
    void aProblemsCodeIsAnyText() {
        JsonNode code = document.at("/components/schemas/ProblemCode");

        assertThat(code.path("type").asText()).isEqualTo("string");
        assertThat(code.path("enum")).isEmpty();
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(allBut(
                        operation -> !operation.json().path("summary").asText().isBlank()))
                .isEmpty();
    }

    @Test
    void everyOperationDescribesItsSuccess() {
        assertThat(allBut(operation ->
                        operation.isDescribed(200) || operation.isDescribed(201) || operation.isDescribed(204)))
                .isEmpty();
    }

    @Test
    void everySuccessHasItsTypeAndASchemaForIt() {
        assertThat(operations)
                .filteredOn(operation -> !operation.answersNothing())
                .allSatisfy(operation -> {
                    assertThat(operation.types())
                            .as(operation.name())
                            .isEqualTo(OTHER_TYPES.getOrDefault(operation.name(), Set.of("application/json")));
                    assertThat(operation.success().path("content"))
                            .as(operation.name())
                            .allSatisfy(content ->
                                    assertThat(content.path("schema")).isNotEmpty());
                });
    }

    @Test
    void everyOperationNamesTheProblemsThatItsCallersMayMeet() {
        assertThat(operations).allSatisfy(operation -> {
            if (operation.name().contains("{")) {
                assertThat(operation.isDescribed(404))
                        .as("%s: unknown", operation.name())
                        .isTrue();
            }
            if (operation.json().has("security")) {
                assertThat(operation.isDescribed(401) && operation.isDescribed(403))
                        .as("%s: shut to some", operation.name())
                        .isTrue();
            }
            if (operation.json().has("requestBody")) {
                assertThat(operation.isDescribed(415) && operation.isDescribed(422))
                        .as("%s: a wrong body", operation.name())
                        .isTrue();
            }
        });
    }
}
