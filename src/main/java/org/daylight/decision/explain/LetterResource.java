package org.daylight.decision.explain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.daylight.decision.Decisions;
import org.daylight.decision.Viewer;
import org.daylight.explanation.letter.Letter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves the letter about a decision. */
@Path("/decisions/{id}/letter")
@Tag(name = "explanations")
public class LetterResource {
    private static final String HTML = "text/html; charset=UTF-8";
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String ABOUT =
            "What was asked and decided, why, by which rules, what did not count, what would change it and when, and"
                    + " how to contest it; as a page that prints on A4 or as text. `Accept-Language` chooses among the"
                    + " languages of the scheme.";

    private final Decisions decisions;
    private final DecisionCounterfactuals counterfactuals;

    public LetterResource(Decisions decisions, DecisionCounterfactuals counterfactuals) {
        this.decisions = decisions;
        this.counterfactuals = counterfactuals;
    }

    @GET
    @Produces(HTML)
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(summary = "Read a decision as a letter", description = ABOUT)
    @APIResponse(
            responseCode = "200",
            description = "The letter, in the language that `Content-Language` names",
            content = {
                @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(responseCode = "410", description = "`revision-not-runnable`, or `erased`")
    public Response html(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext caller) {
        Letter letter = letter(id, language, caller);
        // The page has no scripts and loads nothing, so it needs no more than its own style.
        return answer(letter, letter.html(), HTML)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    @GET
    @Produces(TEXT)
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    // One path and verb make one operation, which is described above.
    @Operation(hidden = true)
    public Response text(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context SecurityContext caller) {
        Letter letter = letter(id, language, caller);
        return answer(letter, letter.text(), TEXT).build();
    }

    private Letter letter(String id, @Nullable String language, SecurityContext caller) {
        Viewer viewer = Viewer.of(caller.getUserPrincipal(), caller::isUserInRole);
        return counterfactuals.letter(viewer.read(decisions, id), language);
    }

    private static Response.ResponseBuilder answer(Letter letter, String body, String type) {
        return Response.ok(body, MediaType.valueOf(type))
                .header(HttpHeaders.CONTENT_LANGUAGE, letter.language())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
