package org.daylight.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.daylight.problem.ContentType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answers services that ask, and serves decisions, their traces and their receipts to those who may read them. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
public class DecisionsResource {
    private static final String EXAMPLE = """
        {
          "scheme": "community",
          "service": "bike-hire",
          "citizen": "ben",
          "asOf": "2026-11-01"
        }\
        """;

    private final DecisionRequestReader reader;
    private final Decisions decisions;
    private final Receipts receipts;

    public DecisionsResource(DecisionRequestReader reader, Decisions decisions, Receipts receipts) {
        this.reader = reader;
        this.decisions = decisions;
        this.receipts = receipts;
    }

    @POST
    @RolesAllowed("service")
    @Operation(
            summary = "Ask whether a service is granted",
            description =
                    "Answered only after the decision is durable, and only with what the scheme's manifest discloses to"
                            + " the service. Without `asOf` it is about now; a date means the last moment of that day."
                            + " With `knownAt` nothing that was recorded later counts. Without `revision`"
                            + " the live one answers.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionRequestBody.class),
                            examples = @ExampleObject(name = "a question", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The decision is durable",
            content = @Content(schema = @Schema(implementation = DecisionViews.Answer.class)))
    @APIResponse(responseCode = "415", description = "`unsupported-media-type`")
    @APIResponse(responseCode = "422", description = "Which field is wrong, such as `unknown-service`")
    @APIResponse(
            responseCode = "500",
            description = "`evaluation-failed`: a rule failed; `record-damaged`: what is stored about the citizen was"
                    + " altered or damaged. Nothing was decided")
    public Response ask(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("traceparent") @Parameter(description = "W3C Trace Context; kept with the decision") @Nullable
                    String traceparent,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        Decision decision = decisions.ask(
                reader.read(type.decode(body), caller.getUserPrincipal().getName(), TraceContext.traceId(traceparent)));
        return Response.created(URI.create("/decisions/" + decision.id()))
                .entity(DecisionViews.disclosed(decision))
                .build();
    }

    /** The body of a question, for the published API. */
    @Schema(name = "Question")
    record DecisionRequestBody(
            String scheme,
            String service,
            String citizen,
            @Nullable Object attributes,
            @Nullable String asOf,
            @Nullable String knownAt,
            @Nullable String revision) {}

    @GET
    @Path("/{id}")
    @RolesAllowed({"service", "auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read a decision",
            description =
                    "The service that asked sees what it was told; the citizen, auditors and caseworkers see all of"
                            + " it.")
    @APIResponse(
            responseCode = "200",
            description = "As much of the decision as the caller may read",
            content = @Content(schema = @Schema(oneOf = {DecisionViews.Answer.class, DecisionViews.Whole.class})))
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`erased`: the citizen's data were erased")
    @APIResponse(responseCode = "500", description = "`record-damaged`: what is stored of it was altered or damaged")
    public Response read(@PathParam("id") String id, @Context SecurityContext caller) {
        return Response.ok(viewer(caller).readAnswer(decisions, id)).build();
    }

    @GET
    @Path("/{id}/trace")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read which rules fired",
            description =
                    "Each firing with rule, revision, file and line, reason, citation, the data it rests on and its"
                            + " effect.")
    @APIResponseSchema(
            value = DecisionViews.Trace.class,
            responseCode = "200",
            responseDescription = "The firings, in the order in which they happened")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`erased`: the citizen's data were erased")
    public DecisionViews.Trace trace(@PathParam("id") String id, @Context SecurityContext caller) {
        return DecisionViews.trace(viewer(caller).read(decisions, id));
    }

    @GET
    @Path("/{id}/receipt")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Take home the proof that a decision was logged",
            description = "`record` is a text: its UTF-8 bytes are what was logged, to the letter. `proof` is C2SP"
                    + " tlog-proof, with the record's salt as `extra`: the leaf's entry is SHA-256(salt ||"
                    + " record). The answer, saved as it is, is what `verify receipt` checks offline. The record"
                    + " holds all of the decision, which is more than a service is told: a service gets none.")
    @APIResponseSchema(
            value = Receipts.Receipt.class,
            responseCode = "200",
            responseDescription = "The record and its proof")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(
            responseCode = "410",
            description = "`erased`: nobody can read the record any more; earlier receipts hold")
    @APIResponse(
            responseCode = "500",
            description =
                    "`record-damaged`: the decision or the log was altered or damaged, so that no receipt would hold")
    public Receipts.Receipt receipt(@PathParam("id") String id, @Context SecurityContext caller) {
        viewer(caller).read(decisions, id);
        return receipts.of(id).orElseThrow();
    }

    private static Viewer viewer(SecurityContext caller) {
        return Viewer.of(caller.getUserPrincipal(), caller::isUserInRole);
    }
}
