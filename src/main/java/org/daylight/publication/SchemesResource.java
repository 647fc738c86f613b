package org.daylight.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.daylight.rulebase.source.RuleText;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Notice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Serves the register of schemes, with the purpose, the services and the rules of each. Open to everybody. */
@Path("/schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schemes")
public class SchemesResource {
    private final LiveSchemes schemes;

    public SchemesResource(LiveSchemes schemes) {
        this.schemes = schemes;
    }

    /** A scheme in the list; one that has never been free of errors has no revision. */
    record Entry(
            String id,
            @Nullable String title,
            @Nullable String purpose,
            @Nullable String revision,
            @Nullable Instant liveAt,
            int problems) {}

    /** A rule as the register shows it. */
    record RuleEntry(
            String name, @Nullable String reason, @Nullable String cites, String file, int line) {}

    /** All of a scheme, with the problems of its latest edit. */
    record Page(
            String id,
            @Nullable String revision,
            @Nullable Instant liveAt,
            @Nullable Manifest manifest,
            @Nullable Notice notice,
            @Nullable List<DeclaredType> types,
            @Nullable List<RuleEntry> rules,
            @Nullable Map<String, String> files,
            List<AuthorProblem> problems) {}

    @GET
    @PermitAll
    @Operation(summary = "List the schemes", description = "Each with its purpose and the revision that is live.")
    @APIResponse(responseCode = "200", description = "The schemes by their ids")
    public List<Entry> list() {
        TreeSet<String> ids = new TreeSet<>(schemes.ids());
        ids.addAll(schemes.problems().keySet());
        return ids.stream().map(this::entry).toList();
    }

    @GET
    @Path("/{scheme}")
    @PermitAll
    @Operation(
            summary = "Read a scheme",
            description =
                    "Purpose, services, notice, declared types, rules and their files; and the problems of the latest edit if"
                            + " it did not go live.")
    @APIResponseSchema(value = Page.class, responseCode = "200", responseDescription = "The scheme as it is live")
    @APIResponse(responseCode = "404", description = "`unknown-scheme`")
    public Page read(@PathParam("scheme") String scheme) {
        List<AuthorProblem> problems = schemes.problems().getOrDefault(scheme, List.of());
        LiveScheme live = schemes.live(scheme).orElse(null);
        if (live == null) {
            if (problems.isEmpty()) {
                throw CallerProblemException.of(
                        404, "unknown-scheme", "scheme", StrictJson.cut(scheme), QuotedList.oneOf(schemes.ids()));
            }
            return new Page(scheme, null, null, null, null, null, null, null, problems);
        }
        return new Page(
                scheme,
                live.rules().revision(),
                live.liveAt(),
                live.rules().scheme().manifest(),
                live.rules().scheme().notice(),
                List.copyOf(live.rules().types().byName().values()),
                live.rules().rules().stream().map(SchemesResource::rule).toList(),
                live.rules().scheme().ruleFiles(),
                problems);
    }

    private Entry entry(String id) {
        int problems = schemes.problems().getOrDefault(id, List.of()).size();
        return schemes.live(id)
                .map(live -> new Entry(
                        id,
                        live.rules().scheme().manifest().title(),
                        live.rules().scheme().manifest().purpose(),
                        live.rules().revision(),
                        live.liveAt(),
                        problems))
                .orElseGet(() -> new Entry(id, null, null, null, null, problems));
    }

    private static RuleEntry rule(RuleText rule) {
        return new RuleEntry(
                rule.name(),
                rule.reason() == null ? null : rule.reason().text(),
                rule.cites(),
                rule.file(),
                rule.line());
    }
}
