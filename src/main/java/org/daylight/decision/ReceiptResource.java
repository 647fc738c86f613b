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

/** Where a decision's proof is taken home. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
public class ReceiptResource {
    private final Decisions decisions;
    private final Receipts receipts;

    public ReceiptResource(Decisions decisions, Receipts receipts) {
        this.decisions = decisions;
        this.receipts = receipts;
    }

    @GET
    @Path("/{id}/receipt")
    @RolesAllowed({"auditor", "caseworker", "citizen"})
    @Operation(
            summary = "Take home the proof that a decision was logged",
            description =
                    "`record` is a text: its UTF-8 bytes are what was logged, to the letter. `proof` is C2SP tlog-proof, with the"
                            + " record's salt as `extra`: the leaf's entry is SHA-256(salt || record). The answer, saved as it is, is"
                            + " what `verify receipt` checks offline. The record holds all of the decision, which is more than a service"
                            + " is told: a service gets none.")
    @APIResponseSchema(
            value = Receipts.Receipt.class,
            responseCode = "200",
            responseDescription = "The record and its proof")
    @APIResponse(responseCode = "404", description = "`unknown-decision`, also where it is somebody else's")
    @APIResponse(
            responseCode = "410",
            description = "`erased`: nobody can read the record any more; earlier receipts hold")
    @APIResponse(
            responseCode = "500",
            description =
                    "`record-damaged`: the decision or the log was altered or damaged, so that no receipt would hold")
    public Receipts.Receipt receipt(@PathParam("id") String id, @Context SecurityContext caller) {
        DecisionsResource.readable(decisions, id, caller);
        return receipts.of(id).orElseThrow();
    }
}
