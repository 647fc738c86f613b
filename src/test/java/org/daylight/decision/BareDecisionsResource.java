package org.daylight.decision;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.time.Instant;
import java.util.List;
import org.daylight.dossier.Dossiers;
import org.daylight.dossier.KnownDossier;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.EngineVersion;
import org.daylight.evaluation.Evaluation;
import org.daylight.problem.ContentType;
import org.daylight.rulebase.RuleBase;
import org.daylight.store.BareLog;
import org.daylight.store.Micros;
import org.jspecify.annotations.Nullable;

/** Answers as {@link DecisionsResource} does, but keeps the answer in a bare file. */
@Path("/bare/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class BareDecisionsResource {
    private final AskingReader reader;
    private final Dossiers dossiers;
    private final Clock clock;
    private final BareLog bare;

    public BareDecisionsResource(AskingReader reader, Dossiers dossiers, Clock clock, BareLog bare) {
        this.reader = reader;
        this.dossiers = dossiers;
        this.clock = clock;
        this.bare = bare;
    }

    @POST
    @RolesAllowed("service")
    public Response ask(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        Decisions.Asking asking =
                reader.read(type.decode(body), caller.getUserPrincipal().getName());
        RuleBase rules = asking.rules();
        Instant now = Micros.truncate(clock.instant());
        Instant asOf = asking.clocks().asOf().orElse(now);
        KnownDossier known = dossiers.known(
                rules.scheme().id(),
                asking.citizen(),
                asking.clocks().knownAt(),
                rules.scheme().manifest().eventsSince(asOf).orElse(null));
        Assessment assessment = Evaluation.assess(rules, known.dossier(), asking.question(), asOf);
        Asked asked = new Asked(
                rules.scheme().id(),
                asking.citizen(),
                asking.question(),
                rules.revision(),
                asOf,
                asking.clocks().knownAt().orElse(now),
                known.mark(),
                known.hash(),
                EngineVersion.CURRENT,
                asking.by(),
                asking.service().discloses(),
                rules.scheme().manifest().score().decimals());
        String json = new String(assessment.bytes(), StandardCharsets.UTF_8);
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        Recorded recorded = new Recorded(id, asked, assessment, json, now);
        bare.append(json.getBytes(StandardCharsets.UTF_8));
        return Response.created(URI.create("/decisions/" + id))
                .entity(View.disclosed(recorded))
                .build();
    }
}
