package org.daylight.decision.export;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the export of decisions to log stores. */
@Path("/decisions/log")
@Tag(name = "decisions")
public class DecisionLogResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MAX_LINES = 10_000;

    private final DecisionLogExport export;

    public DecisionLogResource(DecisionLogExport export) {
        this.export = export;
    }

    @GET
    @Produces(NDJSON)
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            summary = "Export decisions, one a line",
            description =
                    "Newline-delimited JSON in the order of recording, by the schema at `/decisions/log/schema`. Go on"
                            + " with the last line's `cursor` as `after`; fewer lines than `limit` mean that there are no"
                            + " more now. `mask` is a JSON pointer to what is left out, such as `/input/citizen`.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each decision, by the schema at `/decisions/log/schema`",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "What is wrong with which parameter")
    @APIResponse(responseCode = "500", description = "`record-damaged`: one of the decisions was altered or damaged")
    public byte[] export(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("1000") String limit,
            @QueryParam("mask") List<String> mask) {
        if (!DecisionLogExport.isCursor(after)) {
            throw invalid("after", after, "the `cursor` of an exported line");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        export.write(after, limit(limit), pointers(mask), lines::write);
        return lines.toByteArray();
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @PermitAll
    @Operation(summary = "Read the JSON Schema of an exported decision")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema 2020-12 of one line",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] schema() {
        try (InputStream in = DecisionLogResource.class.getResourceAsStream("decision-log.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the schema is not in this build");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int limit(String text) {
        int limit = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LINES) {
            throw invalid("limit", text, "a whole number from 1 to " + MAX_LINES);
        }
        return limit;
    }

    private static List<JsonPointer> pointers(List<String> masks) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (String mask : masks) {
            try {
                pointers.add(DecisionLogExport.mask(mask));
            } catch (IllegalArgumentException notOne) {
                throw invalid("mask", mask, "a JSON pointer to a field, such as `/input/citizen`");
            }
        }
        return pointers;
    }

    private static CallerProblemException invalid(String field, String found, String expected) {
        return CallerProblemException.of(422, "invalid-value", field, StrictJson.cut(found), expected);
    }
}
