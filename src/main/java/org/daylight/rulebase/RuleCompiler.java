package org.daylight.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.build.BuildBudget;
import org.daylight.rulebase.build.BuildInput;
import org.daylight.rulebase.build.BuildLimits;
import org.daylight.rulebase.build.BuildRunner;
import org.daylight.rulebase.build.BuildStoppedException;
import org.daylight.rulebase.build.GuardedBuild;
import org.daylight.rulebase.build.SchemeWithoutFaultyRules;
import org.daylight.rulebase.check.CatalogueCheck;
import org.daylight.rulebase.check.LanguageCheck;
import org.daylight.rulebase.check.ManifestCheck;
import org.daylight.rulebase.check.ReasonCheck;
import org.daylight.rulebase.check.SourceCheck;
import org.daylight.rulebase.lint.Lints;
import org.daylight.rulebase.source.ParameterReader;
import org.daylight.rulebase.source.RuleFile;
import org.daylight.rulebase.source.RuleFileParser;
import org.daylight.rulebase.source.RuleReader;
import org.daylight.rulebase.source.RuleSources;
import org.daylight.rulebase.source.RuleText;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.Sources;
import org.daylight.rulebase.source.TypeReader;
import org.daylight.scheme.ParameterRow;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.SchemeReader;
import org.daylight.scheme.Types;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** From a scheme folder to a rule base, or to everything that is wrong with it. */
public final class RuleCompiler {
    private static final Set<ProblemCode> NEEDS_ALL_FILES =
            Set.of(ProblemCode.UNKNOWN_TYPE, ProblemCode.UNKNOWN_RULE, ProblemCode.UNKNOWN_NAME, ProblemCode.NO_EVENTS);

    private static final int MOST_ROUNDS = 5;
    /** Above this a build takes so long that one must do. */
    static final int FEW_RULES = 200;

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
            return BuildRunner.run(budget, () -> built(id, folder, budget));
        } catch (BuildStoppedException tooMuch) {
            problems.error(
                    ProblemCode.TOO_LARGE,
                    Place.FOLDER,
                    String.valueOf(tooMuch.getMessage()),
                    "make the scheme smaller");
            return new Compilation(Optional.empty(), problems.sorted());
        }
    }

    private static Compilation built(String id, SchemeFolder folder, BuildBudget budget) {
        Problems problems = new Problems();
        Optional<RuleBase> ruleBase =
                SchemeReader.read(id, folder, problems).map(scheme -> compile(scheme, budget, problems));
        return new Compilation(problems.hasErrors() ? Optional.empty() : ruleBase, problems.sorted());
    }

    private static @Nullable RuleBase compile(Scheme scheme, BuildBudget budget, Problems problems) {
        List<RuleFile> files = RuleFileParser.parse(scheme, problems);
        BuildLimits.check(scheme, files, problems);
        if (problems.has(ProblemCode.TOO_LARGE)) {
            return null;
        }
        boolean allRead = files.size() == scheme.ruleFiles().size();
        Sources sources = RuleSources.of(scheme, files);
        Problems found = new Problems();
        LanguageCheck.check(files, found);
        Types types = TypeReader.read(files, found);
        Map<String, RuleText> rules = RuleReader.read(files, found);
        List<ParameterRow> parameters = ParameterReader.read(scheme, types, found);
        ManifestCheck.check(scheme, types, sources, found);
        SourceCheck.check(scheme, sources, types, parameters, found);
        CatalogueCheck.check(scheme, sources, types, rules, found);
        // A file that cannot be parsed leaves its types unknown; who names them is not to blame.
        found.sorted().stream()
                .filter(problem -> allRead || !NEEDS_ALL_FILES.contains(problem.code()))
                .forEach(problems::add);
        KieBase engine = allRead ? built(new BuildInput(scheme, sources, files, types, rules), budget, problems) : null;
        if (engine == null) {
            return null;
        }
        // Mistakes beside the rules leave the rules' own bindings as they are.
        boolean rulesAreSound = problems.sorted().stream()
                .noneMatch(
                        problem -> problem.preventsGoingLive() && problem.file().endsWith(".drl"));
        if (rulesAreSound) {
            ReasonCheck.check(engine, scheme, rules, problems);
        }
        if (problems.hasErrors()) {
            return null;
        }
        SchemeSource linted = new SchemeSource(scheme, sources, types, parameters);
        Lints.check(linted, problems);
        return new RuleBase(linted, rules, engine);
    }

    /** The engine stops at the first mistake of some kinds; what is wrong is left out then, and the rest built again. */
    private static @Nullable KieBase built(BuildInput input, BuildBudget budget, Problems problems) {
        SchemeWithoutFaultyRules rest = new SchemeWithoutFaultyRules(input.scheme(), input.sources());
        int rounds = input.sources().rules().size() <= FEW_RULES ? MOST_ROUNDS : 1;
        for (int round = 0; round < rounds; round++) {
            Optional<Scheme> sound = rest.without(problems.sorted());
            if (sound.isEmpty()) {
                return null;
            }
            int known = problems.sorted().size();
            KieBase engine = new GuardedBuild(input.with(sound.get()), budget, problems).run();
            if (engine != null || problems.sorted().size() == known) {
                return engine;
            }
        }
        return null;
    }
}
