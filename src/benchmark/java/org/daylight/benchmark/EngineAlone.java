package org.daylight.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daylight.evaluation.Inquiry;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Field;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.Statement;
import org.daylight.vocabulary.AsOf;
import org.daylight.vocabulary.Event;
import org.daylight.vocabulary.Parameter;
import org.daylight.vocabulary.Request;
import org.daylight.vocabulary.Standing;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/**
 * Runs the same rules on Drools as its manual shows it: a fresh session, the same data in the same two steps, no trace. The data are
 * made beforehand, so that nothing but the engine is timed.
 */
public final class EngineAlone {
    private final KieBase kieBase;
    private final Inquiry inquiry;
    private final List<Object> data = new ArrayList<>();

    /** The answer on which both sides must agree before anything is timed. */
    public record Answer(long score, String outcome) {}

    EngineAlone(Inquiry inquiry) {
        this.inquiry = inquiry;
        Scheme scheme = inquiry.rules().scheme();
        kieBase = build(scheme);
        ZoneId zone = scheme.manifest().timeZone();
        LocalDate today = inquiry.asOf().atZone(zone).toLocalDate();
        data.add(new AsOf(today, inquiry.asOf()));
        inquiry.rules().parameters().stream()
                .filter(row -> row.inForceOn(today))
                .forEach(row -> data.add(parameter(row)));
        inquiry.dossier().statements().forEach(statement -> data.add(event(statement, zone)));
    }

    Answer assess() {
        KieSession session = kieBase.newKieSession();
        try {
            PlainVerbs verbs =
                    new PlainVerbs(inquiry.rules().scheme().manifest().score().start());
            session.setGlobal("score", verbs);
            session.setGlobal("decision", verbs);
            data.forEach(session::insert);
            session.fireAllRules();
            session.insert(new Standing(verbs.total(), ""));
            Request request = new Request();
            request.ask(inquiry.requireQuestion().service());
            session.insert(request);
            session.fireAllRules();
            return new Answer(verbs.total(), verbs.outcome());
        } finally {
            session.dispose();
        }
    }

    private static KieBase build(Scheme scheme) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        String folder = "src/main/resources/" + scheme.packageName() + "/";
        scheme.ruleFiles()
                .forEach((path, text) -> files.write(
                        folder + path,
                        PRELUDE.formatted(scheme.packageName()) + text.replaceFirst("(?m)^package .*$", "")));
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (!builder.getResults().getMessages().isEmpty()) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static final String PRELUDE = """
            package %s
            import org.daylight.vocabulary.*
            import java.time.*
            global org.daylight.vocabulary.ScoreActions score
            global org.daylight.vocabulary.DecisionActions decision
            """;

    /** Makes a fact of a type as this build of the rules knows it. */
    private Object filled(String type, Map<String, @Nullable Object> values) {
        FactType compiled = kieBase.getFactType(inquiry.rules().scheme().packageName(), type);
        DeclaredType declared = inquiry.rules().types().find(type).orElseThrow();
        try {
            Object fact = compiled.newInstance();
            for (Field field : declared.fields()) {
                Object value = values.get(field.name());
                if (value != null) {
                    compiled.set(
                            fact,
                            field.name(),
                            converted(
                                    field.type(),
                                    value,
                                    compiled.getField(field.name()).getType()));
                }
            }
            return fact;
        } catch (ReflectiveOperationException unlikeAnyDeclaredType) {
            throw new IllegalStateException(unlikeAnyDeclaredType);
        }
    }

    private static Object converted(FieldType type, Object value, Class<?> target) {
        return switch (type) {
            case INT -> Math.toIntExact((Long) value);
            case DATE -> LocalDate.parse((String) value);
            case CHOICE ->
                Stream.of(target.getEnumConstants())
                        .filter(constant -> constant.toString().equals(value))
                        .findFirst()
                        .orElseThrow();
            default -> value;
        };
    }

    private Object parameter(ParameterRow row) {
        Parameter parameter = (Parameter) filled(row.type(), row.data());
        parameter.enacted(row.from(), row.to(), row.reference());
        return parameter;
    }

    private Object event(Statement statement, ZoneId zone) {
        Event event = (Event) filled(statement.type(), statement.data());
        Instant at = statement.validAt();
        event.happened(at, at.atZone(zone).toLocalDate());
        return event;
    }
}
