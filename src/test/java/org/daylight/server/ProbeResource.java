package org.daylight.server;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.ContentType;
import org.daylight.store.GroupWriter;
import org.daylight.store.StoreFailureException;
import org.jspecify.annotations.Nullable;

/** A door for each way in which a door can answer. */
@Path("/probe")
@Produces("application/json")
public class ProbeResource {
    public record Answer(
            String zebra,
            Instant at,
            LocalDate day,
            @Nullable String nothing,
            int ant) {}

    private final GroupWriter writer;

    public ProbeResource(GroupWriter writer) {
        this.writer = writer;
    }

    @GET
    @Path("/open")
    @PermitAll
    public Answer open() {
        return new Answer("z", Instant.EPOCH, LocalDate.EPOCH, null, 1);
    }

    @GET
    @Path("/auditor")
    @RolesAllowed("auditor")
    public String auditor() {
        return "{}";
    }

    @GET
    @Path("/citizens/{citizen}")
    @RolesAllowed("citizen")
    @Produces("text/plain")
    public String citizen(@PathParam("citizen") String citizen, @Context SecurityContext security) {
        return security.getUserPrincipal().getName();
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "{}";
    }

    @POST
    @Path("/body")
    @PermitAll
    public String body(@HeaderParam("Content-Type") String contentType, byte[] body) {
        return ContentType.of(contentType, List.of("application/json")).decode(body);
    }

    @GET
    @Path("/mistake")
    @PermitAll
    public String mistake() {
        throw new CallerProblemException(
                422,
                List.of(
                        new Violation("unknown-field", "data.dayslate", 8, "`daysLate`"),
                        new Violation("missing-field", "data.daysLate", null, "a whole number")));
    }

    @GET
    @Path("/write")
    @PermitAll
    public String write() {
        return writer.write((handle, recordedAt) -> "{}");
    }

    @GET
    @Path("/damaged")
    @PermitAll
    public String damaged() {
        throw new StoreFailureException("a tile is missing");
    }

    @POST
    @Path("/damaged")
    @PermitAll
    public String unkept() {
        throw new StoreFailureException("the disk is full");
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("the secret cause");
    }
}
