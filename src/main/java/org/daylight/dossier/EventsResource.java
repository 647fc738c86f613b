package org.daylight.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.daylight.problem.ContentType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in events, facts and retractions. Its method blocks until they are durable. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statements")
public class EventsResource {
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String EVENT = """
            {
              "specversion": "1.0",
              "type": "community.LateReturn",
              "source": "https://library.example/loans",
              "id": "loan-4711",
              "subject": "ada",
              "time": "2026-11-20T16:30:00Z",
              "data": {"daysLate": 9}
            }""";

    private final Intake intake;

    public EventsResource(Intake intake) {
        this.intake = intake;
    }

    /** The answer, of the same shape for one statement and for a batch. */
    public record Statements(List<StatementReceipt> statements) {}

    // The content type is checked here and not by @Consumes, so that a wrong one is told as a problem like any other;
    // and the
    // body arrives as bytes, so that JSON is read by one reader only.
    @POST
    @RolesAllowed("source")
    @Operation(
            summary = "State what happened or holds",
            description =
                    "CloudEvents 1.0, one (structured mode) or a batch; `type` is `<scheme>.<Type>`, `subject` the"
                            + " citizen, `time` when the event occurred or from when the fact holds. A batch is all or nothing. The"
                            + " same `source` and `id` twice is stored once and answered alike. `<scheme>.Retraction` with the"
                            + " `source` and `id` of an earlier statement takes it back.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = STRUCTURED,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "an event", value = EVENT)),
                @Content(
                        mediaType = BATCH,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        examples = @ExampleObject(name = "a batch", value = "[" + EVENT + "]"))
            })
    @APIResponse(
            responseCode = "200",
            description = "All of them are durable",
            content = @Content(schema = @Schema(implementation = Statements.class)))
    @APIResponse(responseCode = "409", description = "`statement-id-reused`: the id said something else before")
    @APIResponse(responseCode = "415", description = "`unsupported-media-type`")
    @APIResponse(responseCode = "422", description = "What is wrong with which field of which statement")
    public Statements state(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(STRUCTURED, BATCH));
        String json = type.decode(body);
        String source = caller.getUserPrincipal().getName();
        return new Statements(
                type.type().equals(BATCH) ? intake.batch(json, source) : List.of(intake.one(json, source)));
    }
}
