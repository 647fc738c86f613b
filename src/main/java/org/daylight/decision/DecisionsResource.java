package org.daylight.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.ContentType;
import org.daylight.problem.StrictJson;
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

/** Where services ask, and where answers are read, traced and replayed. */
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
            }""";

    private final DecisionRequestReader asking;
    private final Decisions decisions;
    private final Replay replay;

    public DecisionsResource(DecisionRequestReader asking, Decisions decisions, Replay replay) {
        this.asking = asking;
        this.decisions = decisions;
        this.replay = replay;
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
                            schema = @Schema(implementation = AskingBody.class),
                            examples = @ExampleObject(name = "a question", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The decision is durable",
            content = @Content(schema = @Schema(implementation = DecisionViews.Answer.class)))
    @APIResponse(responseCode = "415", description = "`unsupported-media-type`")
    @APIResponse(responseCode = "422", description = "Which field is wrong, such as `unknown-service`")
    @APIResponse(
            responseCode = "500",
            description =
                    "`evaluation-failed`: a rule failed; `record-damaged`: what is stored about the citizen was altered or"
                            + " damaged. Nothing was decided")
    public Response ask(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam("traceparent") @Parameter(description = "W3C Trace Context; kept with the decision") @Nullable
                    String traceparent,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        Decision decision = decisions.ask(
                asking.read(type.decode(body), caller.getUserPrincipal().getName(), TraceContext.traceId(traceparent)));
        return Response.created(URI.create("/decisions/" + decision.id()))
                .entity(DecisionViews.disclosed(decision))
                .build();
    }

    /** The body of a question, for the published API. */
    @Schema(name = "Question")
    record AskingBody(
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
                    "The service that asked sees what it was told; the citizen, auditors and caseworkers see all of it.")
    @APIResponse(
            responseCode = "200",
            description = "As much of the decision as the caller may read",
            content = @Content(schema = @Schema(oneOf = {DecisionViews.Answer.class, DecisionViews.Whole.class})))
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`erased`: the citizen's data were erased")
    @APIResponse(responseCode = "500", description = "`record-damaged`: what is stored of it was altered or damaged")
    public Response read(@PathParam("id") String id, @Context SecurityContext caller) {
        Viewer viewer = Viewer.of(caller.getUserPrincipal(), caller::isUserInRole);
        boolean asks = caller.isUserInRole("service");
        try {
            Decision decision = decisions.find(id).orElseThrow(() -> unknown(id));
            if (viewer.mayReadAllOf(decision.header().citizen())) {
                return Response.ok(DecisionViews.whole(decision)).build();
            }
            if (asks && decision.header().by().equals(viewer.name())) {
                return Response.ok(DecisionViews.disclosed(decision)).build();
            }
            throw unknown(id);
        } catch (ErasedDecisionException erased) {
            throw asks && erased.header().by().equals(viewer.name()) ? erased(id) : toldTo(viewer, erased);
        }
    }

    @GET
    @Path("/{id}/trace")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read which rules fired",
            description =
                    "Each firing with rule, revision, file and line, reason, citation, the data it rests on and its effect.")
    @APIResponseSchema(
            value = DecisionViews.Trace.class,
            responseCode = "200",
            responseDescription = "The firings, in the order in which they happened")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`erased`: the citizen's data were erased")
    public DecisionViews.Trace trace(@PathParam("id") String id, @Context SecurityContext caller) {
        return DecisionViews.trace(readable(decisions, id, caller));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Run a decision again",
            description =
                    "From the stored dossier and the stored revision, whatever has changed since; says `IDENTICAL`, or shows"
                            + " where it differs. With `asOf` or `knownAt` the same question is put to the same rules with other"
                            + " clocks: as of then by what is known now, for one.")
    @APIResponseSchema(
            value = Replay.Report.class,
            responseCode = "200",
            responseDescription = "How it came out, or why it could not be run")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "422", description = "Which parameter is wrong, such as `not-known-yet`")
    public Replay.Report replay(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context SecurityContext caller) {
        Viewer viewer = Viewer.of(caller.getUserPrincipal(), caller::isUserInRole);
        try {
            return replay.replay(readable(decisions, id, viewer), asOf, knownAt);
        } catch (ErasedDecisionException erased) {
            if (viewer.mayReadAllOf(erased.header().citizen())) {
                return Replay.erased(erased.header());
            }
            throw unknown(id);
        }
    }

    /** A decision all of which the caller may read. */
    static Decision readable(Decisions decisions, String id, SecurityContext caller) {
        Viewer viewer = Viewer.of(caller.getUserPrincipal(), caller::isUserInRole);
        try {
            return readable(decisions, id, viewer);
        } catch (ErasedDecisionException erased) {
            throw toldTo(viewer, erased);
        }
    }

    private static Decision readable(Decisions decisions, String id, Viewer viewer) {
        return decisions
                .find(id)
                .filter(decision -> viewer.mayReadAllOf(decision.header().citizen()))
                .orElseThrow(() -> unknown(id));
    }

    /** That a decision was made about somebody is told to those only who might have read it. */
    private static CallerProblemException toldTo(Viewer viewer, ErasedDecisionException erased) {
        String id = erased.header().id();
        return viewer.mayReadAllOf(erased.header().citizen()) ? erased(id) : unknown(id);
    }

    private static CallerProblemException erased(String id) {
        return CallerProblemException.of(
                410, "erased", "id", StrictJson.cut(id), "a decision about somebody who was not erased");
    }

    private static CallerProblemException unknown(String id) {
        return CallerProblemException.of(
                404, "unknown-decision", "id", StrictJson.cut(id), "the id of a decision you may read");
    }
}
