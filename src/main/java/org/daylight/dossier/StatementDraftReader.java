package org.daylight.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.JsonBody;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.daylight.scheme.DataReader;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Register;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/** Checks the type and data of statements against the live schemes; one reader sees one revision of a scheme, however long its batch takes. */
final class StatementDraftReader {
    private final Register register;
    private final int maxText;
    private final Map<String, Optional<PublishedScheme>> schemes = new HashMap<>();

    StatementDraftReader(Register register, int maxText) {
        this.register = register;
        this.maxText = maxText;
    }

    StatementDraft read(Envelope envelope) {
        List<Violation> violations = new ArrayList<>();
        if (envelope.scheme().isEmpty()) {
            return new StatementDraft(envelope, false, null, violations);
        }
        Optional<PublishedScheme> live = schemes.computeIfAbsent(envelope.scheme(), register::find);
        if (live.isEmpty()) {
            violations.add(unknownScheme(envelope));
            return new StatementDraft(envelope, false, null, violations);
        }
        StatementDraft.Content content = envelope.type().equals(Statement.RETRACTION_TYPE)
                ? retraction(envelope, live.get(), violations)
                : statement(envelope, live.get(), violations);
        boolean flawed = !envelope.isIntact() || !violations.isEmpty();
        return new StatementDraft(envelope, true, flawed ? null : content, violations);
    }

    private StatementDraft.@Nullable Content statement(
            Envelope envelope, PublishedScheme live, List<Violation> violations) {
        Optional<DeclaredType> type = live.types().find(envelope.type());
        Optional<Statement.Kind> kind = type.flatMap(declared -> kind(declared.kind()));
        if (type.isEmpty() || kind.isEmpty()) {
            violations.add(unknownType(envelope, live));
            return null;
        }
        SortedMap<String, @Nullable Object> data =
                new DataReader(maxText, violations).read(type.get(), envelope.data(), envelope.path() + "data.");
        return StatementDraft.Content.of(envelope, kind.get(), Payload.of(data), null, live.revision());
    }

    private static StatementDraft.Content retraction(
            Envelope envelope, PublishedScheme live, List<Violation> violations) {
        JsonBody data = JsonBody.inside(envelope.data(), envelope.path() + "data.", violations);
        StatementKey retracted = new StatementKey(data.text("source"), data.text("id"));
        data.refuseUnknownFields();
        // A source may take back its own statements, and nobody else's.
        if (!retracted.source().isEmpty()
                && !retracted.source().equals(envelope.key().source())) {
            data.refuse(
                    "retraction-by-another-source",
                    "source",
                    StrictJson.cut(retracted.source()),
                    "`" + StrictJson.cut(envelope.key().source()) + "`, the source of the retraction");
        }
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        values.put("source", retracted.source());
        values.put("id", retracted.id());
        return StatementDraft.Content.of(
                envelope, Statement.Kind.RETRACTION, Payload.of(values), retracted, live.revision());
    }

    private static Optional<Statement.Kind> kind(DeclaredType.Kind declared) {
        return switch (declared) {
            case EVENT -> Optional.of(Statement.Kind.EVENT);
            case FACT -> Optional.of(Statement.Kind.FACT);
            case REQUEST, PARAMETER, DERIVED -> Optional.empty();
        };
    }

    private Violation unknownScheme(Envelope envelope) {
        return new Violation(
                "unknown-scheme",
                envelope.path() + "type",
                StrictJson.cut(envelope.scheme()),
                register.ids().isEmpty() ? "a scheme, but none is live" : QuotedList.oneOf(register.ids()));
    }

    private static Violation unknownType(Envelope envelope, PublishedScheme live) {
        List<String> names = Stream.concat(
                        live.types().byName().values().stream()
                                .filter(type -> kind(type.kind()).isPresent())
                                .map(DeclaredType::name),
                        Stream.of(Statement.RETRACTION_TYPE))
                .toList();
        return new Violation(
                "unknown-type", envelope.path() + "type", StrictJson.cut(envelope.type()), QuotedList.oneOf(names));
    }
}
