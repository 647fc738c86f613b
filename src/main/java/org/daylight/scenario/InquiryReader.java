package org.daylight.scenario;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.problem.StrictJson;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Field;
import org.daylight.scheme.Problems;
import org.daylight.scheme.WrittenNumber;
import org.daylight.scheme.YamlFile;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads dossier files: {@code citizen}, and {@code given}, {@code enrolled}, {@code asOf} and {@code ask} as cases have them. */
public record InquiryReader(String file, RuleBase rules, Problems problems) {
    private static final String CITIZEN = "case";

    /**
     * A question put apart from the file; it goes before what the file says.
     *
     * @param service id of a service; null for the question of the file
     * @param attributes the request's attributes as text; not looked at without a service
     * @param asOf a date or a time; null for that of the file
     * @param defaultAsOf the moment asked about when neither says one
     */
    public record Overrides(
            @Nullable String service,
            Map<String, String> attributes,
            @Nullable String asOf,
            Instant defaultAsOf) {
        public Overrides {
            attributes = Map.copyOf(attributes);
        }
    }

    /** Reads one dossier; empty, with everything that is wrong in {@code problems}, when it cannot be asked. */
    public Optional<Inquiry> read(String text, Overrides overrides) {
        Optional<Inquiry> inquiry = YamlFile.parse(file, text, problems).map(yaml -> inquiry(yaml, overrides));
        return problems.hasErrors() ? Optional.empty() : inquiry;
    }

    /**
     * Reads a file with many dossiers one after the other: documents separated by {@code ---}, or lists of dossiers. What is wrong
     * goes to {@code problems}, and dossiers with something wrong are left out.
     */
    public void readEach(Reader text, Overrides overrides, Consumer<Inquiry> each) {
        YamlFile.each(file, text, problems, yaml -> {
            int problemsBefore = problems.count();
            if (!yaml.keys().contains("citizen")) {
                yaml.report(ProblemCode.MISSING_KEY, "citizen", "`citizen` is missing: say whose dossier it is");
            }
            Inquiry inquiry = inquiry(yaml, overrides);
            if (problems.count() == problemsBefore) {
                each.accept(inquiry);
            }
        });
    }

    private Inquiry inquiry(YamlMap yaml, Overrides overrides) {
        Dossier dossier = new Dossier(
                rules.scheme().id(),
                yaml.optionalText("citizen").orElse(CITIZEN),
                yaml.optionalTruth("enrolled").orElse(true),
                new GivenReader(file, rules, problems).read(yaml, List.of()));
        Optional<Instant> written = yaml.scalar("asOf", Moments.EXPECTED, new Moments(rules)::end);
        Question question =
                yaml.map("ask").map(new AskReader(file, rules, problems)::read).orElse(null);
        yaml.refuseUnknownKeys();
        if (overrides.service() != null) {
            question = question(overrides.service(), overrides.attributes());
        }
        Instant asOf = overrides.asOf() == null ? written.orElse(overrides.defaultAsOf()) : moment(overrides.asOf());
        return new Inquiry(rules, dossier, question, asOf);
    }

    private Instant moment(String text) {
        try {
            return new Moments(rules).end(text);
        } catch (DateTimeException malformed) {
            problems.error(
                    ProblemCode.WRONG_VALUE,
                    Place.ofFile("--as-of"),
                    "`" + StrictJson.cut(text) + "` is not " + Moments.EXPECTED);
            return Instant.EPOCH;
        }
    }

    private @Nullable Question question(String service, Map<String, String> attributes) {
        Optional<DeclaredType> request =
                rules.scheme().manifest().service(service).map(rules.types()::requestType);
        Map<String, @Nullable Object> values = new TreeMap<>();
        attributes.forEach((name, text) -> values.put(
                name,
                request.flatMap(type -> type.field(name))
                        .map(field -> value(field, text))
                        .orElse(text)));
        return new AskReader("--service", rules, problems).of(service, values);
    }

    /** Reads a value; text that does not fit stays text, which is then refused with the field's name. */
    private static Object value(Field field, String text) {
        return switch (field.type()) {
            case INT, LONG, DECIMAL -> {
                Number number = WrittenNumber.read(text);
                yield number == null ? text : number;
            }
            case TRUTH -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            case TEXT, DATE, INSTANT, CHOICE, OTHER -> text;
        };
    }
}
