package org.daylight.decision.explain;

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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.daylight.decision.Decision;
import org.daylight.decision.Decisions;
import org.daylight.decision.Viewer;
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

/** Serves explanations of a decision, and what would change it and when, to those who may read all of it. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class ExplanationResource {
    private static final String EXAMPLE = """
        {
          "add": [{"type": "ReturnedOnTime", "data": {"item": "ladder"}}],
          "remove": [{"source": "urn:example:desk", "id": "loan-4711"}]
        }\
        """;

    private final Decisions decisions;
    private final DecisionExplainer explainer;
    private final DecisionCounterfactuals counterfactuals;

    public ExplanationResource(
            Decisions decisions, DecisionExplainer explainer, DecisionCounterfactuals counterfactuals) {
        this.decisions = decisions;
        this.explainer = explainer;
        this.counterfactuals = counterfactuals;
    }

    @GET
    @Path("/{id}/why-not")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read why other rules did not fire",
            description =
                    "Every rule that could have concerned the request and did not fire: how far its conditions held,"
                            + " the first one that failed, on which datum, with the value found and the value needed. And"
                            + " which statements did not count, and why. Worked out from the stored dossier and revision;"
                            + " nothing is recorded.")
    @APIResponseSchema(
            value = DecisionExplainer.WhyNot.class,
            responseCode = "200",
            responseDescription = "The rules that did not fire, and the statements that did not count")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`: its rules cannot be run any more")
    public DecisionExplainer.WhyNot whyNot(@PathParam("id") String id, @Context SecurityContext caller) {
        return explainer.whyNot(decision(id, caller));
    }

    @GET
    @Path("/{id}/reasons")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read what made the outcome",
            description =
                    "At most four principal reasons, ordered by their effect on this outcome, which is measured by"
                            + " leaving each out and running the rules again; with rule, citation, the statements with"
                            + " source and date, and points. Where a limit on the score decided, the distance to it. Where"
                            + " no single reason decides, pairs that do.")
    @APIResponseSchema(
            value = DecisionExplainer.Reasons.class,
            responseCode = "200",
            responseDescription = "The reasons, the weightiest first")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`: its rules cannot be run any more")
    public DecisionExplainer.Reasons reasons(@PathParam("id") String id, @Context SecurityContext caller) {
        return explainer.reasons(decision(id, caller));
    }

    /** The body of a hypothesis, for the published API. */
    @Schema(name = "Hypothesis")
    record HypothesisRequestBody(
            @Nullable List<Added> add,
            @Nullable List<Removed> remove,
            @Nullable String asOf) {
        /** A statement to be supposed. */
        record Added(
                String type,
                @Nullable Object data,
                @Nullable String at) {}

        /** A known statement to be left out. */
        record Removed(String source, String id) {}
    }

    @GET
    @Path("/{id}/what-if")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read what would change a decision",
            description =
                    "The smallest changes, over what the scheme declares changeable, that give another outcome: each"
                            + " was run by the decision's own rules before it is shown. `exhausted` says that everything"
                            + " declared was tried, up to `steps` changes together; then an empty list is a proof that"
                            + " there is none. At most 500 evaluations. `Accept-Language` chooses the language of the"
                            + " sentences.")
    @APIResponseSchema(
            value = DecisionCounterfactuals.WhatIfPage.class,
            responseCode = "200",
            responseDescription = "The changes, none of which was made")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`, or `erased`")
    public DecisionCounterfactuals.WhatIfPage whatIf(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext caller) {
        return counterfactuals.whatIf(decision(id, caller), language);
    }

    @POST
    @Path("/{id}/what-if")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Ask what would have been decided",
            description =
                    "The same question to the same rules, with statements added or left out. Checked as intake checks"
                            + " statements; without `at`, what is added happens or holds at `asOf`. Nothing of it is"
                            + " kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HypothesisRequestBody.class),
                            examples = @ExampleObject(name = "one more, and one fewer", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "How it would have ended; nothing was decided",
            content = @Content(schema = @Schema(implementation = DecisionCounterfactuals.SupposedPage.class)))
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`, or `erased`")
    @APIResponse(responseCode = "415", description = "`unsupported-media-type`")
    @APIResponse(responseCode = "422", description = "Which field is wrong, such as `unknown-statement`")
    @APIResponse(responseCode = "500", description = "`evaluation-failed`: a rule failed")
    public DecisionCounterfactuals.SupposedPage suppose(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        return counterfactuals.suppose(decision(id, caller), type.decode(body), language);
    }

    @GET
    @Path("/{id}/when")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read when a decision will change by itself",
            description = "Every day within five years from which on outcome or band would be another if nothing else"
                    + " happens, exact to the day, with the ledger lines and reasons that go or come on it.")
    @APIResponseSchema(
            value = DecisionCounterfactuals.WhenPage.class,
            responseCode = "200",
            responseDescription = "The days, in their order")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`, or `erased`")
    public DecisionCounterfactuals.WhenPage when(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext caller) {
        return counterfactuals.when(decision(id, caller), language);
    }

    private Decision decision(String id, SecurityContext caller) {
        return Viewer.of(caller.getUserPrincipal(), caller::isUserInRole).read(decisions, id);
    }
}
