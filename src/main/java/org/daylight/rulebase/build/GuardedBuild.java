package org.daylight.rulebase.build;

import java.util.Optional;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** A build whose every failure becomes an author's problem: some mistakes the engine answers by throwing. */
final class GuardedBuild {
    private final BuildInput input;
    private final BuildBudget budget;
    private final Problems problems;

    GuardedBuild(BuildInput input, BuildBudget budget, Problems problems) {
        this.input = input;
        this.budget = budget;
        this.problems = problems;
    }

    @Nullable
    KieBase run() {
        Problems found = new Problems();
        try {
            return KieBaseBuilder.build(input, budget, found);
        } catch (RuntimeException refused) {
            report(refused, found);
        } catch (LinkageError | StackOverflowError refused) {
            report(refused, found);
        } finally {
            found.sorted().forEach(problems::add);
        }
        return null;
    }

    private void report(RuntimeException refused, Problems problems) {
        SchemeWithoutFaultyRules sound = new SchemeWithoutFaultyRules(input.scheme(), input.source());
        Optional<SourceRule> rule = new FaultyRuleBisection(rules -> isRefused(sound.only(rules)))
                .among(input.source().allRules());
        EngineMessageTranslation translation = EngineMessageTranslation.of(String.valueOf(refused.getMessage()));
        Place place = rule.map(faulty -> placeOf(translation, faulty)).orElse(Place.FOLDER);
        String message = translation.message()
                + rule.map(faulty -> " in `" + faulty.name() + "`").orElse("");
        problems.error(translation.code(), place, message, translation.fix());
    }

    private void report(Error refused, Problems problems) {
        Optional<FailingEnum> failing = FailingEnum.behind(refused, input);
        Place place = failing.map(FailingEnum::place).orElse(Place.FOLDER);
        problems.error(
                ProblemCode.DOES_NOT_COMPILE,
                place,
                failing.map(choices -> "the values of `" + choices.name() + "` cannot be made")
                        .orElse("the rules are too much for the engine, or use one name for two things"),
                failing.map(choices -> "what stands in their parentheses must be values that need no computing")
                        .orElse(null));
    }

    private static Place placeOf(EngineMessageTranslation translation, SourceRule rule) {
        int word = translation.word() == null ? -1 : rule.file().text().indexOf(translation.word(), rule.offset());
        return word < 0 || word > rule.end() ? rule.place() : rule.file().place(word);
    }

    private boolean isRefused(Scheme part) {
        try {
            KieBaseBuilder.build(new BuildInput(part, input.source()), budget, new Problems());
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }
}
