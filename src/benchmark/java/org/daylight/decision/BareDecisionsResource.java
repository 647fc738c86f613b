package org.daylight.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.daylight.problem.ContentType;
import org.daylight.store.BareLog;
import org.jspecify.annotations.Nullable;

/** Answers as {@link DecisionsResource} does, but keeps the answer in a bare file. */
@Path("/bare/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class BareDecisionsResource {
    private final DecisionRequestReader reader;
    private final Decisions decisions;
    private final Clock clock;
    private final BareLog bare;

    public BareDecisionsResource(DecisionRequestReader reader, Decisions decisions, Clock clock, BareLog bare) {
        this.reader = reader;
        this.decisions = decisions;
        this.clock = clock;
        this.bare = bare;
    }

    @POST
    @RolesAllowed("service")
    public Response ask(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam("traceparent") @Nullable String traceparent,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        Decision answered = decisions.answer(
                reader.read(type.decode(body), caller.getUserPrincipal().getName(), TraceContext.traceId(traceparent)));
        bare.append(answered.content().assessment().getBytes(StandardCharsets.UTF_8));
        Decision recorded = answered.recorded(clock.instant());
        return Response.created(URI.create("/decisions/" + recorded.id()))
                .entity(DecisionViews.disclosed(recorded))
                .build();
    }
}
