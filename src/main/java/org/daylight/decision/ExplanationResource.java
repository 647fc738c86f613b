package org.daylight.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a decision is explained to whoever may read all of it. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class ExplanationResource {
    private final Decisions decisions;
    private final DecisionExplainer explaining;

    public ExplanationResource(Decisions decisions, DecisionExplainer explaining) {
        this.decisions = decisions;
        this.explaining = explaining;
    }

    @GET
    @Path("/{id}/why-not")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read why other rules did not fire",
            description =
                    "Every rule that could have concerned the request and did not fire: how far its conditions held, the first"
                            + " one that failed, on which datum, with the value found and the value needed. And which statements did not"
                            + " count, and why. Worked out from the stored dossier and revision; nothing is recorded.")
    @APIResponseSchema(
            value = DecisionExplainer.WhyNot.class,
            responseCode = "200",
            responseDescription = "The rules that did not fire, and the statements that did not count")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`: its rules cannot be run any more")
    public DecisionExplainer.WhyNot whyNot(@PathParam("id") String id, @Context SecurityContext caller) {
        return explaining.whyNot(DecisionsResource.readable(decisions, id, caller));
    }

    @GET
    @Path("/{id}/reasons")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Read what made the outcome",
            description =
                    "At most four principal reasons, ordered by their effect on this outcome, which is measured by leaving each"
                            + " out and running the rules again; with rule, citation, the statements with source and date, and points."
                            + " Where a limit on the score decided, the distance to it. Where no single reason decides, pairs that do.")
    @APIResponseSchema(
            value = DecisionExplainer.Reasons.class,
            responseCode = "200",
            responseDescription = "The reasons, the weightiest first")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`: its rules cannot be run any more")
    public DecisionExplainer.Reasons reasons(@PathParam("id") String id, @Context SecurityContext caller) {
        return explaining.reasons(DecisionsResource.readable(decisions, id, caller));
    }
}
