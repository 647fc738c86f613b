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
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.daylight.problem.ContentType;
import org.daylight.problem.StrictJson;
import org.daylight.publication.LiveSchemes;
import org.daylight.store.BareLog;
import org.jspecify.annotations.Nullable;

/** Takes a statement in as {@link EventsResource} does, but keeps it in a bare file. */
@Path("/bare/events")
@Produces(MediaType.APPLICATION_JSON)
public class BareEventsResource {
    private final LiveSchemes schemes;
    private final Clock clock;
    private final BareLog bare;

    public BareEventsResource(LiveSchemes schemes, Clock clock, BareLog bare) {
        this.schemes = schemes;
        this.clock = clock;
        this.bare = bare;
    }

    @POST
    @RolesAllowed("source")
    public EventsResource.Statements state(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(EventsResource.STRUCTURED));
        StatementDraftReader reader = new StatementDraftReader(schemes, Intake.Limits.DEFAULT.text());
        StatementDraft draft = reader.read(EnvelopeReader.read(StrictJson.read(type.decode(body)), ""));
        StatementDraft.Content content = Objects.requireNonNull(draft.content());
        Envelope envelope = draft.envelope();
        bare.append(body);
        return new EventsResource.Statements(List.of(new StatementReceipt(
                envelope.key().source(),
                envelope.key().id(),
                envelope.scheme(),
                envelope.type(),
                envelope.citizen(),
                clock.instant(),
                content.revision())));
    }
}
