package org.daylight.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Nearest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.ServiceEntry;
import org.daylight.scheme.Statement;
import org.daylight.scheme.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the cases of a scheme, checked against its types, rules and services. */
public final class CaseReader {
    private static final String CITIZEN = "case";

    private final String file;
    private final RuleBase rules;
    private final GivenReader givenReader;
    private final ExpectationReader expectationReader;
    private final TypedData typed;
    private final Moments moments;
    private final Problems problems;

    private CaseReader(String file, RuleBase rules, Problems problems) {
        this.file = file;
        this.rules = rules;
        this.givenReader = new GivenReader(file, rules, problems);
        this.expectationReader = new ExpectationReader(file, rules, problems);
        this.typed = new TypedData(file, problems);
        this.moments = new Moments(rules.scheme().manifest().timeZone());
        this.problems = problems;
    }

    /** All cases in the order of files and lines; what is wrong with them goes to {@code problems}, all of it. */
    public static List<Case> read(RuleBase rules, Problems problems) {
        List<Case> cases = new ArrayList<>();
        rules.scheme().caseFiles().forEach((file, text) -> YamlMap.parse(file, text, problems)
                .ifPresent(yaml -> cases.addAll(new CaseReader(file, rules, problems).read(yaml))));
        return cases;
    }

    private List<Case> read(YamlMap yaml) {
        String title = yaml.text("title");
        List<Statement> shared = givenReader.read(yaml, List.of());
        List<Case> cases = new ArrayList<>();
        for (YamlMap entry : yaml.mapList("cases")) {
            one(title, entry, shared).ifPresent(cases::add);
            entry.refuseTheRest();
        }
        if (!yaml.keys().contains("cases")) {
            yaml.report("missing-key", "cases", "`cases` is missing");
        }
        yaml.refuseTheRest();
        return cases;
    }

    private Optional<Case> one(String title, YamlMap entry, List<Statement> shared) {
        String name = entry.text("name");
        List<Statement> given = givenReader.read(entry, shared);
        boolean enrolled = entry.optionalTruth("enrolled").orElse(true);
        Optional<Instant> asOf = entry.scalar("asOf", Moments.EXPECTED, moments::end);
        if (!entry.keys().contains("asOf")) {
            entry.text("asOf");
        }
        Question question = entry.map("ask").map(this::question).orElse(null);
        Expectation expected = expectationReader.read(entry);
        if (expected.isAboutADecision() && !entry.keys().contains("ask")) {
            entry.report("missing-key", "expect", "a decision is expected, but `ask` is missing");
        }
        return asOf.map(moment -> new Case(
                file,
                entry.line(),
                title,
                name,
                new Dossier(rules.scheme().id(), CITIZEN, enrolled, given),
                moment,
                question,
                expected));
    }

    private @Nullable Question question(YamlMap ask) {
        String id = ask.text("service");
        ask.map("attributes");
        ask.refuseTheRest();
        Optional<ServiceEntry> service = rules.scheme().manifest().service(id);
        if (service.isEmpty()) {
            var known = rules.scheme().services().stream().map(ServiceEntry::id).toList();
            problems.error(
                    "unknown-service",
                    file,
                    ask.lineOf("service"),
                    0,
                    "the scheme has no service `" + id + "`",
                    Nearest.to(id, known)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse(null));
            return null;
        }
        return new Question(id, typed.read(requestType(service.get()), ask, "attributes"));
    }

    /** Without a request type of its own a service takes no attributes. */
    private DeclaredType requestType(ServiceEntry service) {
        return Optional.ofNullable(service.request())
                .flatMap(rules.types()::find)
                .orElse(new DeclaredType("Request", DeclaredType.Kind.REQUEST, List.of(), "", 0));
    }
}
