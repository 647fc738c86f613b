package org.daylight.rulebase;

import java.util.Optional;
import org.daylight.rulebase.source.Place;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** A build whose every failure becomes an author's problem: some mistakes the engine answers by throwing. */
final class GuardedBuild {
    private final BuildInput parts;
    private final BuildBudget terms;
    private final Problems problems;

    GuardedBuild(BuildInput parts, BuildBudget terms, Problems problems) {
        this.parts = parts;
        this.terms = terms;
        this.problems = problems;
    }

    @Nullable
    KieBase run() {
        Problems found = new Problems();
        try {
            return KieBaseBuilder.build(parts, terms, found);
        } catch (RuntimeException refused) {
            report(refused, found);
        } catch (LinkageError | StackOverflowError refused) {
            report(refused, found);
        } finally {
            found.sorted().forEach(problems::add);
        }
        return null;
    }

    private void report(RuntimeException refused, Problems found) {
        SchemeWithoutFaultyRules sound = new SchemeWithoutFaultyRules(parts.scheme(), parts.sources());
        Optional<SourceRule> rule = new FaultyRuleBisection(some -> isRefused(sound.only(some)))
                .among(parts.sources().rules());
        EngineMessageTranslation saying = EngineMessageTranslation.of(String.valueOf(refused.getMessage()));
        Place place = rule.map(one -> placeOf(saying, one)).orElse(new Place("", 0, 0));
        String message =
                saying.message() + rule.map(one -> " in `" + one.name() + "`").orElse("");
        found.error(saying.code(), place.file(), place.line(), place.column(), message, saying.fix());
    }

    private void report(Error refused, Problems found) {
        Optional<FailingEnum> failing = FailingEnum.behind(refused, parts);
        Place place = failing.map(FailingEnum::place).orElse(new Place("", 0, 0));
        found.error(
                "does-not-compile",
                place.file(),
                place.line(),
                place.column(),
                failing.map(choices -> "the values of `" + choices.name() + "` cannot be made")
                        .orElse("the rules are too much for the engine, or use one name for two things"),
                failing.map(choices -> "what stands in their parentheses must be values that need no computing")
                        .orElse(null));
    }

    private static Place placeOf(EngineMessageTranslation saying, SourceRule rule) {
        int word = saying.word() == null ? -1 : rule.file().text().indexOf(saying.word(), rule.offset());
        return word < 0 || word > rule.end() ? rule.place() : rule.file().place(word);
    }

    private boolean isRefused(Scheme part) {
        try {
            KieBaseBuilder.build(parts.with(part), terms, new Problems());
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }
}
