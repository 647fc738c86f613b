package org.daylight.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.evaluation.Inquiry;
import org.daylight.evaluation.Question;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.RuleBase;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Statement;
import org.daylight.scheme.YamlFile;
import org.daylight.scheme.YamlMap;

/** Reads the cases of a scheme, checked against its types, rules and services. */
public record CaseReader(String file, RuleBase rules, Problems problems) {
    private static final String CITIZEN = "case";

    /** Reads all cases, in the order of files and lines; everything that is wrong with them goes to {@code problems}. */
    public static List<Case> read(RuleBase rules, Problems problems) {
        List<Case> cases = new ArrayList<>();
        rules.scheme().caseFiles().forEach((file, text) -> YamlFile.parse(file, text, problems)
                .ifPresent(yaml -> cases.addAll(new CaseReader(file, rules, problems).read(yaml))));
        return cases;
    }

    private List<Case> read(YamlMap yaml) {
        String title = yaml.text("title");
        List<Statement> shared = new GivenReader(file, rules, problems).read(yaml, List.of());
        List<Case> cases = new ArrayList<>();
        for (YamlMap entry : yaml.mapList("cases")) {
            read(title, entry, shared).ifPresent(cases::add);
            entry.refuseUnknownKeys();
        }
        if (!yaml.keys().contains("cases")) {
            yaml.report(ProblemCode.MISSING_KEY, "cases", "`cases` is missing");
        }
        yaml.refuseUnknownKeys();
        return cases;
    }

    private Optional<Case> read(String title, YamlMap entry, List<Statement> shared) {
        String name = entry.text("name");
        List<Statement> given = new GivenReader(file, rules, problems).read(entry, shared);
        boolean enrolled = entry.optionalTruth("enrolled").orElse(true);
        Optional<Instant> asOf = entry.scalar("asOf", Moments.EXPECTED, new Moments(rules)::end);
        if (!entry.keys().contains("asOf")) {
            entry.text("asOf");
        }
        Question question =
                entry.map("ask").map(new AskReader(file, rules, problems)::read).orElse(null);
        Expectation expected = new ExpectationReader(file, rules, problems).read(entry);
        if (expected.isAboutADecision() && !entry.keys().contains("ask")) {
            entry.report(ProblemCode.MISSING_KEY, "expect", "a decision is expected, but `ask` is missing");
        }
        return asOf.map(moment -> new Case(
                file,
                entry.line(),
                title,
                name,
                new Inquiry(rules, new Dossier(rules.scheme().id(), CITIZEN, enrolled, given), question, moment),
                expected));
    }
}
