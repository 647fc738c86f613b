package org.daylight.decision.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.daylight.decision.Decisions;
import org.daylight.decision.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves replays to those who may read all of a decision. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
public class ReplayResource {
    private final Decisions decisions;
    private final Replay replay;

    public ReplayResource(Decisions decisions, Replay replay) {
        this.decisions = decisions;
        this.replay = replay;
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Run a decision again",
            description =
                    "From the stored dossier and the stored revision, whatever has changed since; says `IDENTICAL`, or"
                            + " shows where it differs. With `asOf` or `knownAt` the same question is put to the same"
                            + " rules with other clocks: as of then by what is known now, for one.")
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
        return Viewer.of(caller.getUserPrincipal(), caller::isUserInRole)
                .read(decisions, id, decision -> replay.replay(decision, asOf, knownAt), Replay::erased);
    }
}
