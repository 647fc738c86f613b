package org.daylight.explanation.counterfactual;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.daylight.evaluation.Assessment;
import org.daylight.evaluation.Evaluation;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Outcome;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Field;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Statement;
import org.jspecify.annotations.Nullable;

/** Refusals by the shipped community scheme: dossiers and questions made of all its types and services, from a fixed seed. */
final class GeneratedRefusals {
    private static final Instant AS_OF = Instant.parse("2026-11-20T12:00:00Z");
    private static final int MOST_EVENTS = 14;
    private static final int MOST_MONTHS = 45;

    private final RuleBase rules;
    private final Random random;
    private int named;

    /** One of them. */
    record Refusal(Inquiry inquiry, Assessment assessment) {}

    GeneratedRefusals(RuleBase rules, long seed) {
        this.rules = rules;
        this.random = new Random(seed);
    }

    static RuleBase community() {
        try {
            return RuleCompiler.compile("community", SchemeFolder.read(Path.of("rules/community")))
                    .ruleBase()
                    .orElseThrow();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** That many, refused one and all. */
    List<Refusal> take(int count) {
        List<Refusal> refusals = new ArrayList<>();
        while (refusals.size() < count) {
            Inquiry inquiry = new Inquiry(rules, dossier(), question(), AS_OF);
            Assessment assessment = Evaluation.assess(inquiry);
            if (assessment.answer().outcome() == Outcome.REFUSED) {
                refusals.add(new Refusal(inquiry, assessment));
            }
        }
        return refusals;
    }

    private Dossier dossier() {
        List<Statement> statements = new ArrayList<>();
        // Which kinds of things happen to somebody differs: some are mostly late, others mostly on time.
        List<DeclaredType> events = new ArrayList<>();
        for (DeclaredType event : rules.types().ofKind(DeclaredType.Kind.EVENT)) {
            for (int weight = random.nextInt(4); weight > 0; weight--) {
                events.add(event);
            }
        }
        int many = events.isEmpty() ? 0 : random.nextInt(MOST_EVENTS + 1);
        for (int one = 0; one < many; one++) {
            statements.add(statement(events.get(random.nextInt(events.size())), Statement.Kind.EVENT));
        }
        for (DeclaredType fact : rules.types().ofKind(DeclaredType.Kind.FACT)) {
            if (random.nextInt(3) > 0) {
                statements.add(statement(fact, Statement.Kind.FACT));
            }
        }
        return new Dossier("community", "generated", random.nextInt(20) > 0, statements);
    }

    private Question question() {
        List<ServiceEntry> services = rules.scheme().services();
        ServiceEntry service = services.get(random.nextInt(services.size()));
        TreeMap<String, @Nullable Object> attributes = new TreeMap<>();
        if (service.request() != null) {
            attributes.putAll(data(rules.types().find(service.request()).orElseThrow()));
        }
        return new Question(service.id(), attributes);
    }

    private Statement statement(DeclaredType type, Statement.Kind kind) {
        Instant at = AS_OF.minus(Duration.ofDays(random.nextInt(MOST_MONTHS * 30)))
                .minus(random.nextInt(24), ChronoUnit.HOURS);
        return Statement.of(kind, type.name(), "urn:generated", String.format("%05d", ++named), at, data(type));
    }

    private Map<String, Object> data(DeclaredType type) {
        Map<String, Object> data = new TreeMap<>();
        type.fields().forEach(field -> data.put(field.name(), value(field)));
        return data;
    }

    private Object value(Field field) {
        return switch (field.type()) {
            // Few names, so that what is paid is sometimes what was missed.
            case TEXT -> "no-" + random.nextInt(5);
            case INT -> (long) (1 + random.nextInt(40));
            case LONG -> random.nextInt(40) * 10_000L;
            case TRUTH -> random.nextBoolean();
            case DATE ->
                LocalDate.ofInstant(AS_OF, ZoneOffset.UTC)
                        .minusYears(random.nextInt(90))
                        .plusDays(random.nextInt(400))
                        .toString();
            case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
            case DECIMAL, INSTANT, OTHER -> throw new IllegalArgumentException(field.name());
        };
    }
}
