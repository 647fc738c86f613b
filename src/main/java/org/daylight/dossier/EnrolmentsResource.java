package org.daylight.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import org.daylight.problem.ContentType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Enrols and withdraws citizens. Its methods block until the change is durable. */
@Path("/schemes/{scheme}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "enrolments")
public class EnrolmentsResource {
    private static final String EXAMPLE = """
            {
              "citizen": "ada",
              "notice": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "lawfulBasis": "CONSENT"
            }""";

    private final Enrolments enrolments;

    public EnrolmentsResource(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    // Content type and body are read here and not by the framework, so that a wrong one is told as a problem like any
    // other.
    @POST
    @ResponseStatus(201)
    @RolesAllowed("registrar")
    @Operation(
            summary = "Enrol a citizen",
            description =
                    "Says that the citizen was given the scheme's live notice, and on which lawful basis data may be"
                            + " held. Nobody is scored before. A citizen who is enrolled with that notice already is answered alike.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentRequest.class),
                            examples = @ExampleObject(name = "an enrolment", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The enrolment is durable",
            content = @Content(schema = @Schema(implementation = Enrolment.class)))
    @APIResponse(responseCode = "404", description = "`unknown-scheme`")
    @APIResponse(responseCode = "415", description = "`unsupported-media-type`")
    @APIResponse(responseCode = "422", description = "Which field is wrong, such as `wrong-notice`")
    public Enrolment enrol(
            @PathParam("scheme") String scheme,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            @Context SecurityContext caller,
            byte[] body) {
        ContentType type = ContentType.of(contentType, List.of(MediaType.APPLICATION_JSON));
        EnrolmentRequest request = EnrolmentRequest.read(type.decode(body));
        return enrolments.enrol(scheme, request, caller.getUserPrincipal().getName());
    }

    @DELETE
    @Path("/{citizen}")
    @RolesAllowed("registrar")
    @Operation(
            summary = "Withdraw a citizen",
            description = "Records that the citizen has left the scheme and is not scored in it any more.")
    @APIResponse(responseCode = "204", description = "The withdrawal is durable")
    @APIResponse(responseCode = "404", description = "`citizen-not-enrolled`")
    public void withdraw(
            @PathParam("scheme") String scheme, @PathParam("citizen") String citizen, @Context SecurityContext caller) {
        enrolments.withdraw(scheme, citizen, caller.getUserPrincipal().getName());
    }
}
