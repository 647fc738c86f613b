package org.daylight.rulebase.build;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.SourceRule;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/** A build whose every failure becomes an author's problem: some mistakes the engine answers by throwing. */
record GuardedBuild(BuildInput input, BuildBudget budget, Problems problems) {
    private record FailingEnum(String name, Place place) {}

    @Nullable
    BuiltRules run() {
        Problems reported = new Problems();
        try {
            return KieBaseBuilder.build(input, budget, reported);
        } catch (RuntimeException thrown) {
            report(thrown, reported);
        } catch (LinkageError | StackOverflowError thrown) {
            report(thrown, reported);
        } finally {
            if (reported.hasErrors()) {
                BuildClassLoader.CLASS_PATH.forgetWhatIsNowhere();
            }
            reported.sorted().forEach(problems::add);
        }
        return null;
    }

    private void report(RuntimeException thrown, Problems reported) {
        SchemeWithoutFaultyRules schemes = new SchemeWithoutFaultyRules(input.scheme(), input.source());
        if (hasFunctions() && isRefused(schemes.only(List.of()))) {
            UnreadableFunctions.report(input.source(), reported);
            return;
        }
        Optional<SourceRule> rule = faultyRule(input.source().allRules(), schemes);
        EngineMessageTranslation translation = EngineMessageTranslation.of(String.valueOf(thrown.getMessage()));
        Place place = rule.map(faulty -> placeOf(translation, faulty)).orElse(Place.FOLDER);
        String message = translation.message()
                + rule.map(faulty -> " in `" + faulty.name() + "`").orElse("");
        reported.error(translation.code(), place, message, translation.fix());
    }

    private boolean hasFunctions() {
        return input.source().files().stream()
                .anyMatch(file -> !file.content().getFunctions().isEmpty());
    }

    /** Searches by halves, because each try costs a build; empty when no rule alone is refused. */
    private Optional<SourceRule> faultyRule(List<SourceRule> rules, SchemeWithoutFaultyRules schemes) {
        List<SourceRule> suspects = rules;
        while (suspects.size() > 1) {
            List<SourceRule> half = suspects.subList(0, suspects.size() / 2);
            suspects = isRefused(schemes.only(half)) ? half : suspects.subList(suspects.size() / 2, suspects.size());
        }
        return suspects.stream()
                .filter(suspect -> isRefused(schemes.only(List.of(suspect))))
                .findFirst();
    }

    private void report(Error thrown, Problems reported) {
        if (thrown instanceof StackOverflowError && reportTooDeep(reported)) {
            return;
        }
        Optional<FailingEnum> failing = failingEnum(thrown);
        Place place = failing.map(FailingEnum::place).orElse(Place.FOLDER);
        reported.error(
                ProblemCode.DOES_NOT_COMPILE,
                place,
                failing.map(choices -> "the values of `" + choices.name() + "` cannot be made")
                        .orElse("the rules are too much for the engine, or use one name for two things"),
                failing.map(choices -> "what stands in their parentheses must be values that need no computing")
                        .orElse(null));
    }

    private boolean reportTooDeep(Problems reported) {
        SchemeWithoutFaultyRules schemes = new SchemeWithoutFaultyRules(input.scheme(), input.source());
        Optional<SourceRule> rule = faultyRule(input.source().allRules(), schemes);
        rule.ifPresent(tooDeep -> reported.error(
                ProblemCode.TOO_LARGE,
                tooDeep.place(),
                "`" + tooDeep.name() + "` is too much for the engine",
                "divide it into several rules, or give parts of it names"));
        return rule.isPresent();
    }

    /** The enum whose values cannot be made: code in their parentheses runs when the enum is first used. */
    private Optional<FailingEnum> failingEnum(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .flatMap(frame -> input.source().files().stream().flatMap(file -> named(frame.getClassName(), file)))
                .findFirst();
    }

    private Stream<FailingEnum> named(String className, SourceFile file) {
        return file.content().getEnumDeclarations().stream()
                .filter(declared -> className.equals(input.scheme().packageName() + "." + declared.getTypeName()))
                .map(declared -> new FailingEnum(
                        declared.getTypeName(),
                        file.place(file.find(declared.getTypeName(), declared.getStartCharacter()))));
    }

    private static Place placeOf(EngineMessageTranslation translation, SourceRule rule) {
        int word = translation.word() == null ? -1 : rule.file().text().indexOf(translation.word(), rule.offset());
        return word < 0 || word > rule.end() ? rule.place() : rule.file().place(word);
    }

    private boolean isRefused(Scheme scheme) {
        try {
            KieBaseBuilder.build(new BuildInput(scheme, input.source()), budget, new Problems());
            return false;
        } catch (RuntimeException | StackOverflowError thrown) {
            return true;
        }
    }
}
