package org.daylight.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daylight.log.merkle.Tile;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log as outside tools read it: C2SP tlog-tiles. Open to everybody, since it holds nothing but salted hashes. */
@Path("/log")
@Tag(name = "log")
public class LogResource {
    private static final String CHECKPOINT = "text/plain; charset=utf-8";
    private static final String CACHED_BRIEFLY = "public, max-age=1";
    private static final String CACHED_FOREVER = "public, max-age=31536000, immutable";
    private static final String TILE_PATHS =
            "`tile/<level>/<index>` or `tile/entries/<index>`, the index in groups such as `x001/234`, with `.p/<width>` behind"
                    + " it for a partial tile";
    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");

    private final StoredLogs logs;
    private final String origin;

    public LogResource(StoredLogs logs, Log log) {
        this.logs = logs;
        this.origin = log.name();
    }

    /**
     * A log and the key to verify it with.
     *
     * @param origin its name
     * @param key the verifier key of its checkpoints, as text of C2SP signed-note
     * @param path under which its checkpoint and tiles are
     * @param size leaves in it
     */
    public record Served(String origin, String key, String path, long size) {}

    @GET
    @Path("key")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read the log's name and verifier key",
            description =
                    "To be kept by whoever wants to verify it later: a key that is read together with the log proves"
                            + " nothing about the past.")
    @APIResponse(responseCode = "200", description = "The log that this process writes")
    public Served key() {
        return served(own(), "/log");
    }

    @GET
    @Path("origins")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the logs of this database",
            description =
                    "Where several processes share a database, each writes a log of its own; each process serves all.")
    @APIResponse(responseCode = "200", description = "The logs by their numbers")
    public List<Served> origins() {
        return logs.all().stream()
                .map(log -> served(log, "/log/origins/" + log.number()))
                .toList();
    }

    private static Served served(StoredLog log, String path) {
        return new Served(log.origin(), log.key().toString(), path, log.size());
    }

    @GET
    @Path("checkpoint")
    @PermitAll
    @Produces(CHECKPOINT)
    @Operation(
            summary = "Read the latest checkpoint",
            description = "C2SP tlog-checkpoint: origin, tree size, root hash, signed with Ed25519.")
    @APIResponse(
            responseCode = "200",
            description = "A signed note: text, a blank line, the signature",
            content = @Content(mediaType = CHECKPOINT, schema = @Schema(type = SchemaType.STRING)))
    public Response checkpoint() {
        return checkpoint(own());
    }

    @GET
    @Path("origins/{log}/checkpoint")
    @PermitAll
    @Produces(CHECKPOINT)
    @Operation(summary = "Read the latest checkpoint of one of the logs")
    @APIResponse(
            responseCode = "200",
            description = "A signed note: text, a blank line, the signature",
            content = @Content(mediaType = CHECKPOINT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "`unknown-log`")
    public Response checkpoint(@PathParam("log") String log) {
        return checkpoint(numbered(log));
    }

    private static Response checkpoint(StoredLog log) {
        return Response.ok(log.checkpoint().toString(), CHECKPOINT)
                .header(HttpHeaders.CACHE_CONTROL, CACHED_BRIEFLY)
                .build();
    }

    @GET
    @Path("tile/{level}/{index:.+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Read a tile of hashes, or with `entries` as the level a bundle of entries",
            description = "C2SP tlog-tiles: 256 hashes of 32 bytes, fewer in a partial tile `.p/<width>`; an entry is a"
                    + " big-endian 16-bit length and as many bytes. What is answered never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes of the tile or of the bundle",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "`malformed-tile`: this is no tile's path")
    @APIResponse(responseCode = "404", description = "`unknown-tile`: the log has not all of its hashes")
    @APIResponse(responseCode = "500", description = "`record-damaged`: the log has lost some of its hashes")
    public Response tile(@PathParam("level") String level, @PathParam("index") String index) {
        return tile(own(), level, index);
    }

    @GET
    @Path("origins/{log}/tile/{level}/{index:.+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Read a tile, or a bundle of entries, of one of the logs")
    @APIResponse(
            responseCode = "200",
            description = "The bytes of the tile or of the bundle",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "`malformed-tile`: this is no tile's path")
    @APIResponse(responseCode = "404", description = "`unknown-log`, `unknown-tile`")
    @APIResponse(responseCode = "500", description = "`record-damaged`: the log has lost some of its hashes")
    public Response tile(
            @PathParam("log") String log, @PathParam("level") String level, @PathParam("index") String index) {
        return tile(numbered(log), level, index);
    }

    private static Response tile(StoredLog log, String level, String index) {
        boolean entries = level.equals("entries");
        Tile tile = Optional.of(entries ? "0" : level)
                .filter(number -> LEVEL.matcher(number).matches())
                .flatMap(number -> Tile.parse(Integer.parseInt(number), index))
                .orElseThrow(
                        () -> CallerProblemException.of(400, "malformed-tile", "path", path(level, index), TILE_PATHS));
        Optional<byte[]> bytes = entries ? log.entries(tile) : log.tile(tile);
        return Response.ok(bytes.orElseThrow(() -> unknown(level, index, log)), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, CACHED_FOREVER)
                .build();
    }

    private static CallerProblemException unknown(String level, String index, StoredLog log) {
        return CallerProblemException.of(
                404,
                "unknown-tile",
                "path",
                path(level, index),
                "a tile of a tree of " + log.size() + " leaves, as wide as it is there or less");
    }

    private static String path(String level, String index) {
        return StrictJson.cut("tile/" + level + "/" + index);
    }

    private StoredLog own() {
        return logs.named(origin).orElseThrow(() -> new IllegalStateException("the log begins with its writer"));
    }

    private StoredLog numbered(String number) {
        return logs.all().stream()
                .filter(log -> Long.toString(log.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> CallerProblemException.of(
                        404, "unknown-log", "log", StrictJson.cut(number), "a log listed at /log/origins"));
    }
}
