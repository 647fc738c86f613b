package org.daylight.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daylight.dossier.CitizenId;
import org.daylight.evaluation.Question;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.DateOrInstant;
import org.daylight.problem.JsonBody;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.daylight.publication.LiveScheme;
import org.daylight.publication.LiveSchemes;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DataReader;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.ServiceEntry;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"scheme","service","citizen","attributes"?,"asOf"?,"knownAt"?,"revision"?}} against the scheme it names. */
public final class DecisionRequestReader {
    private final LiveSchemes schemes;
    private final Clock latest;

    /**
     * Reads against the live revisions, or the one that a question names.
     *
     * @param latest tells the last moment of which anything can be known
     */
    public DecisionRequestReader(LiveSchemes schemes, Clock latest) {
        this.schemes = schemes;
        this.latest = latest;
    }

    /**
     * Reads a service's question.
     *
     * @param askedBy the principal that asks
     * @param traceId of the trace that the question belongs to, if the caller began one
     * @throws CallerProblemException with all that is wrong with it
     */
    DecisionRequest read(String json, String askedBy, Optional<String> traceId) {
        JsonBody body = JsonBody.read(json);
        String scheme = body.text("scheme");
        String service = body.text("service");
        String citizen = body.text("citizen");
        Optional<ObjectNode> attributes = body.optionalObject("attributes");
        Optional<DateOrInstant> asOf = body.optionalDateOrInstant("asOf");
        Optional<DateOrInstant> knownAt = body.optionalDateOrInstant("knownAt");
        Optional<String> revision = body.optionalText("revision");
        if (!citizen.isEmpty()) {
            CitizenId.violation(citizen, "citizen").ifPresent(violation -> refuse(body, violation));
        }
        RuleBase rules = scheme.isEmpty() ? null : rules(body, scheme, revision);
        ServiceEntry entry = rules == null || service.isEmpty() ? null : service(body, rules, service);
        SortedMap<String, @Nullable Object> values =
                rules == null || entry == null ? new TreeMap<>() : attributes(body, rules, entry, attributes);
        TimePoints timePoints = rules == null
                ? null
                : TimePoints.of(rules, asOf, knownAt, latest, violation -> refuse(body, violation));
        body.finish();
        if (rules == null || entry == null || timePoints == null) {
            throw new IllegalStateException("a question without scheme or service was let through");
        }
        return new DecisionRequest(rules, entry, citizen, new Question(service, values), timePoints, askedBy, traceId);
    }

    private @Nullable RuleBase rules(JsonBody body, String scheme, Optional<String> revision) {
        Optional<LiveScheme> live = schemes.live(scheme);
        if (live.isEmpty()) {
            body.refuse("unknown-scheme", "scheme", StrictJson.cut(scheme), QuotedList.oneOf(schemes.ids()));
            return null;
        }
        if (revision.isEmpty()) {
            return live.get().rules();
        }
        Optional<RuleBase> named = schemes.revision(revision.get())
                .filter(rules -> rules.scheme().id().equals(scheme));
        if (named.isEmpty()) {
            body.refuse(
                    "unknown-revision",
                    "revision",
                    StrictJson.cut(revision.get()),
                    "a revision of `" + scheme + "` that was live");
        }
        return named.orElse(null);
    }

    private static @Nullable ServiceEntry service(JsonBody body, RuleBase rules, String service) {
        Optional<ServiceEntry> entry = rules.scheme().manifest().service(service);
        if (entry.isEmpty()) {
            List<String> ids =
                    rules.scheme().services().stream().map(ServiceEntry::id).toList();
            body.refuse("unknown-service", "service", StrictJson.cut(service), QuotedList.oneOf(ids));
        }
        return entry.orElse(null);
    }

    private static SortedMap<String, @Nullable Object> attributes(
            JsonBody body, RuleBase rules, ServiceEntry service, Optional<ObjectNode> attributes) {
        return data(body, rules.types().requestType(service), attributes, "attributes.");
    }

    /** Reads data of a declared type, none where they are left out; tells the body of each violation. */
    public static SortedMap<String, @Nullable Object> data(
            JsonBody body, DeclaredType type, Optional<ObjectNode> data, String path) {
        List<Violation> violations = new ArrayList<>();
        SortedMap<String, @Nullable Object> values = new DataReader(JsonBody.MAX_TEXT, violations)
                .read(type, data.orElseGet(JsonNodeFactory.instance::objectNode), path);
        violations.forEach(violation -> refuse(body, violation));
        return values;
    }

    private static void refuse(JsonBody body, Violation violation) {
        body.refuse(violation.code(), violation.field(), violation.found(), String.valueOf(violation.expected()));
    }
}
