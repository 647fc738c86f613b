package org.daylight.decision.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daylight.decision.DecisionRequestReader;
import org.daylight.evaluation.Inquiry;
import org.daylight.explanation.counterfactual.Hypothesis;
import org.daylight.problem.DateOrInstant;
import org.daylight.problem.JsonBody;
import org.daylight.problem.StrictJson;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.DeclaredType.Kind;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"add":[{"type","data","at"?}],"remove":[{"source","id"}],"asOf"?}} as strictly as intake reads statements, against
 * the revision and the dossier of the decision it is about.
 */
final class HypothesisRequestReader {
    private static final int MAX_STATEMENTS = 100;

    private final Inquiry inquiry;
    private final JsonBody body;

    private HypothesisRequestReader(Inquiry inquiry, JsonBody body) {
        this.inquiry = inquiry;
        this.body = body;
    }

    /** The decision's inquiry as the hypothesis changes it; refuses a hypothesis with all that is wrong with it. */
    static Inquiry read(Inquiry inquiry, String json) {
        return new HypothesisRequestReader(inquiry, JsonBody.read(json)).read();
    }

    private Inquiry read() {
        RuleBase rules = inquiry.rules();
        Instant asOf = body.optionalDateOrInstant("asOf")
                .map(when -> when.resolve(rules.scheme().manifest()::lastMomentOf))
                .orElse(inquiry.asOf());
        List<Statement> added = new ArrayList<>();
        for (JsonBody statement : body.optionalObjects("add", MAX_STATEMENTS)) {
            added(statement, added.size() + 1, asOf).ifPresent(added::add);
        }
        Set<String> removed = new LinkedHashSet<>();
        for (JsonBody statement : body.optionalObjects("remove", MAX_STATEMENTS)) {
            removed(statement).ifPresent(removed::add);
        }
        body.finish();
        return inquiry.with(inquiry.dossier().without(removed).with(added)).at(asOf);
    }

    private Optional<Statement> added(JsonBody body, int number, Instant asOf) {
        String name = body.text("type");
        Optional<ObjectNode> data = body.optionalObject("data");
        Optional<DateOrInstant> at = body.optionalDateOrInstant("at");
        body.refuseUnknownFields();
        String prefix = inquiry.rules().scheme().id() + ".";
        String declared = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        Optional<DeclaredType> type = inquiry.rules()
                .types()
                .find(declared)
                .filter(found -> found.kind() == Kind.EVENT || found.kind() == Kind.FACT);
        if (type.isEmpty()) {
            if (!name.isEmpty()) {
                body.refuse("unknown-type", "type", StrictJson.cut(name), "one of " + typeNames());
            }
            return Optional.empty();
        }
        SortedMap<String, @Nullable Object> values = DecisionRequestReader.data(body, type.get(), data, "data.");
        Instant validAt = at.map(when -> when.resolve(date -> date.atStartOfDay(
                                inquiry.rules().scheme().manifest().timeZone())
                        .toInstant()))
                .orElse(asOf);
        Statement.Kind kind = type.get().kind() == Kind.EVENT ? Statement.Kind.EVENT : Statement.Kind.FACT;
        String id = String.format(Locale.ROOT, "%04d", number);
        return Optional.of(Statement.of(kind, type.get().name(), Hypothesis.SOURCE, id, validAt, values));
    }

    private String typeNames() {
        return Stream.concat(
                        inquiry.rules().types().ofKind(Kind.EVENT).stream(),
                        inquiry.rules().types().ofKind(Kind.FACT).stream())
                .map(type -> "`" + type.name() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Optional<String> removed(JsonBody body) {
        String source = body.text("source");
        String id = body.text("id");
        body.refuseUnknownFields();
        if (source.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        String reference = Statement.reference(source, id);
        if (inquiry.dossier().statements().stream()
                .noneMatch(statement -> statement.reference().equals(reference))) {
            body.refuse("unknown-statement", "id", StrictJson.cut(id), "a statement that the decision knew");
            return Optional.empty();
        }
        return Optional.of(reference);
    }
}
