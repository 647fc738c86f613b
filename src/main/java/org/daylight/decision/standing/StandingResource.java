package org.daylight.decision.standing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import org.daylight.decision.TimePoints;
import org.daylight.decision.Viewer;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.daylight.publication.LiveScheme;
import org.daylight.publication.LiveSchemes;
import org.daylight.rulebase.RuleBase;
import org.daylight.store.EpochMicros;
import org.daylight.store.RecordingClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves a citizen's standing to that citizen and to officials. */
@Path("/schemes/{scheme}/citizens/{citizen}/standing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standings")
public class StandingResource {
    private final LiveSchemes schemes;
    private final Standings standings;
    private final Clock clock;
    private final RecordingClock latest;

    public StandingResource(LiveSchemes schemes, Standings standings, Clock clock, RecordingClock latest) {
        this.schemes = schemes;
        this.standings = standings;
        this.clock = clock;
        this.latest = latest;
    }

    @GET
    @RolesAllowed({"citizen", "auditor", "caseworker"})
    @Operation(
            summary = "Read where a citizen stands",
            description =
                    "Score, band, and every adjustment with its cause and the day it lapses; `NOT_SCORED` is a state"
                            + " of its own. `asOf` says as of when, `knownAt` by what was known when; either is a date"
                            + " (its last moment) or a moment, and now where it is not given. A citizen reads only the own"
                            + " standing.")
    @APIResponseSchema(
            value = Standings.Page.class,
            responseCode = "200",
            responseDescription = "The standing, as of the moment and by the knowledge that it names")
    @APIResponse(responseCode = "403", description = "`forbidden`: somebody else's standing")
    @APIResponse(responseCode = "404", description = "`unknown-scheme`")
    @APIResponse(responseCode = "422", description = "Which parameter is wrong, such as `not-known-yet`")
    @APIResponse(
            responseCode = "500",
            description = "`record-damaged`: what is stored about the citizen was altered or damaged")
    public Standings.Page read(
            @PathParam("scheme") String scheme,
            @PathParam("citizen") String citizen,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context SecurityContext caller) {
        if (!Viewer.of(caller.getUserPrincipal(), caller::isUserInRole).mayReadAllOf(citizen)) {
            throw new ForbiddenException();
        }
        RuleBase rules = schemes.live(scheme)
                .map(LiveScheme::rules)
                .orElseThrow(() -> CallerProblemException.of(
                        404, "unknown-scheme", "scheme", StrictJson.cut(scheme), QuotedList.oneOf(schemes.ids())));
        Instant now = EpochMicros.truncate(clock.instant());
        return standings.read(rules, citizen, TimePoints.parse(rules, asOf, knownAt, latest), now);
    }
}
