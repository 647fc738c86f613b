package org.daylight.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases citizens. */
@Path("/citizens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "citizens")
public class CitizensResource {
    private final Erasure erasure;

    public CitizensResource(Erasure erasure) {
        this.erasure = erasure;
    }

    @DELETE
    @Path("/{citizen}")
    @RolesAllowed("operator")
    @Operation(
            summary = "Erase a citizen",
            description =
                    "Withdraws the citizen from every scheme and destroys the keys that all statements and decisions about the"
                            + " citizen are sealed with: nobody can read them any more. The log and receipts handed out before still"
                            + " verify. Repeated, it is answered alike.")
    @APIResponse(
            responseCode = "200",
            description = "The erasure is durable",
            content = @Content(schema = @Schema(implementation = ErasureRecord.class)))
    @APIResponse(responseCode = "404", description = "`unknown-citizen`: nothing was ever recorded about the citizen")
    public ErasureRecord erase(@PathParam("citizen") String citizen, @Context SecurityContext caller) {
        return erasure.erase(citizen, caller.getUserPrincipal().getName());
    }
}
