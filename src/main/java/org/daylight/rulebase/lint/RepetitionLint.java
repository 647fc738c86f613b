package org.daylight.rulebase.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceRule;

/** A rule should not repeat what another one does anyway. */
final class RepetitionLint implements Lint {
    /** Consequences that do no more the second time. */
    private static final Set<String> IDEMPOTENT =
            Set.of("decision . grant ( ) ;", "decision . refuse ( ) ;", "decision . refer ( ) ;");

    @Override
    public void check(SchemeSource source, Warnings warnings) {
        List<NormalRule> rules = source.rules().stream()
                .map(rule -> new NormalRule(rule, source))
                .toList();
        for (int at = 0; at < rules.size(); at++) {
            NormalRule rule = rules.get(at);
            Optional<NormalRule> same = rules.subList(0, at).stream()
                    .filter(earlier -> earlier.conditions().equals(rule.conditions())
                            && earlier.consequence().equals(rule.consequence()))
                    .findFirst();
            if (same.isPresent()) {
                report(rule.source(), same.get().source(), ProblemCode.REPEATED_RULE, "repeats", warnings);
                continue;
            }
            rules.stream()
                    .filter(other -> other != rule && isShadowed(rule, other))
                    .findFirst()
                    .ifPresent(other -> report(
                            rule.source(), other.source(), ProblemCode.SHADOWED_RULE, "is stricter than", warnings));
        }
    }

    private static void report(
            SourceRule rule, SourceRule other, ProblemCode code, String relation, Warnings warnings) {
        warnings.at(
                rule,
                code,
                "`" + rule.name() + "` " + relation + " `" + other.name() + "` at "
                        + other.file().path() + ":" + other.place().line() + " and has the same effect",
                "take one of the two out, or let them differ in effect");
    }

    private static boolean isShadowed(NormalRule stricter, NormalRule wider) {
        return IDEMPOTENT.contains(stricter.consequence())
                && stricter.consequence().equals(wider.consequence())
                && !stricter.conditions().equals(wider.conditions())
                && stricter.otherConditions().containsAll(wider.otherConditions())
                && wider.patterns().stream()
                        .allMatch(needed -> stricter.patterns().stream().anyMatch(given -> implies(given, needed)));
    }

    private static boolean implies(NormalPattern given, NormalPattern needed) {
        if (given.text().equals(needed.text())) {
            return true;
        }
        return given.source().isRequired()
                && needed.source().isRequired()
                && given.source().type().equals(needed.source().type())
                && needed.parts().stream()
                        .allMatch(part -> given.parts().stream().anyMatch(stronger -> implies(stronger, part)));
    }

    private static boolean implies(NormalComparison stronger, NormalComparison part) {
        if (stronger.text().equals(part.text())) {
            return true;
        }
        if (stronger.field() == null || !part.isOn(stronger.field())) {
            return false;
        }
        if (stronger.interval().isPresent() && part.interval().isPresent()) {
            return stronger.interval().get().isWithin(part.interval().get());
        }
        return stronger.allowed().isPresent()
                && part.allowed().isPresent()
                && part.allowed().get().containsAll(stronger.allowed().get());
    }
}
