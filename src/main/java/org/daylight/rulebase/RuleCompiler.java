package org.daylight.rulebase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.build.BuildBudget;
import org.daylight.rulebase.build.BuildLimits;
import org.daylight.rulebase.build.BuildRunner;
import org.daylight.rulebase.build.BuildStoppedException;
import org.daylight.rulebase.build.RuleBuild;
import org.daylight.rulebase.check.SourceCheck;
import org.daylight.rulebase.lint.Lints;
import org.daylight.rulebase.source.RuleFileParser;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.SchemeReader;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** From a scheme folder to a rule base, or to everything that is wrong with it. */
public final class RuleCompiler {
    private static final Set<ProblemCode> NEEDS_ALL_FILES =
            Set.of(ProblemCode.UNKNOWN_TYPE, ProblemCode.UNKNOWN_RULE, ProblemCode.UNKNOWN_NAME, ProblemCode.NO_EVENTS);

    private RuleCompiler() {}

    /**
     * Compiles a folder; never runs anything an author wrote.
     *
     * @param id the scheme's id, which is its folder's name
     * @param folder the folder's files
     */
    public static Compilation compile(String id, SchemeFolder folder) {
        return compile(id, folder, BuildBudget.DEFAULT);
    }

    static Compilation compile(String id, SchemeFolder folder, BuildBudget budget) {
        Problems problems = new Problems();
        BuildLimits.check(folder, problems);
        if (problems.hasErrors()) {
            return new Compilation(Optional.empty(), problems.sorted());
        }
        try {
            return BuildRunner.run(budget, () -> compileWithin(budget, id, folder));
        } catch (BuildStoppedException tooMuch) {
            problems.error(
                    ProblemCode.TOO_LARGE,
                    Place.FOLDER,
                    String.valueOf(tooMuch.getMessage()),
                    "make the scheme smaller");
            return new Compilation(Optional.empty(), problems.sorted());
        }
    }

    private static Compilation compileWithin(BuildBudget budget, String id, SchemeFolder folder) {
        Problems problems = new Problems();
        Optional<RuleBase> ruleBase =
                SchemeReader.read(id, folder, problems).map(scheme -> compile(scheme, budget, problems));
        return new Compilation(problems.hasErrors() ? Optional.empty() : ruleBase, problems.sorted());
    }

    private static @Nullable RuleBase compile(Scheme scheme, BuildBudget budget, Problems problems) {
        List<SourceFile> files = RuleFileParser.parse(scheme, problems);
        BuildLimits.check(scheme, files, problems);
        if (problems.has(ProblemCode.TOO_LARGE)) {
            return null;
        }
        SchemeSource source = readAndCheck(scheme, files, problems);
        KieBase engine = source.isWhole() ? RuleBuild.build(source, budget, problems) : null;
        if (engine == null) {
            return null;
        }
        // Mistakes beside the rules leave the rules' own bindings as they are.
        if (!hasErrorsInRules(problems)) {
            ReasonCheck.check(engine, source, problems);
        }
        if (problems.hasErrors()) {
            return null;
        }
        Lints.check(source, problems);
        return new RuleBase(source, engine);
    }

    private static SchemeSource readAndCheck(Scheme scheme, List<SourceFile> files, Problems problems) {
        Problems found = new Problems();
        SchemeSource source = SchemeSource.read(scheme, files, found);
        SourceCheck.check(source, found);
        // A file that cannot be parsed leaves its types unknown; who names them is not to blame.
        found.sorted().stream()
                .filter(problem -> source.isWhole() || !NEEDS_ALL_FILES.contains(problem.code()))
                .forEach(problems::add);
        return source;
    }

    private static boolean hasErrorsInRules(Problems problems) {
        return problems.sorted().stream()
                .anyMatch(
                        problem -> problem.preventsGoingLive() && problem.file().endsWith(".drl"));
    }
}
