package org.daylight.rulebase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daylight.problem.AuthorProblem;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.build.BuildBudget;
import org.daylight.rulebase.build.BuildLimits;
import org.daylight.rulebase.build.BuildRunner;
import org.daylight.rulebase.build.BuildStoppedException;
import org.daylight.rulebase.build.BuiltRules;
import org.daylight.rulebase.build.RuleBuild;
import org.daylight.rulebase.check.SourceCheck;
import org.daylight.rulebase.lint.Lints;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.syntax.RuleFileParser;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.Scheme;
import org.daylight.scheme.SchemeFolder;
import org.daylight.scheme.SchemeReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rule base of a scheme folder, or tells everything that is wrong with it. Five phases, each of which continues only from
 * what the one before it understood: the folder is read, the rules' text is read, what it says is checked, the engine builds it,
 * and the lints warn of what compiles and mostly should not be done.
 */
public final class RuleCompiler {
    /** Told of a name: certain unless what is so named could not be read. */
    private static final Set<ProblemCode> OF_A_NAME = Set.of(ProblemCode.UNKNOWN_TYPE, ProblemCode.UNKNOWN_RULE);
    /** Told of what nothing says: certain only where everything could be read. */
    private static final Set<ProblemCode> OF_ABSENCE =
            Set.of(ProblemCode.UNKNOWN_NAME, ProblemCode.UNKNOWN_TERM, ProblemCode.NO_EVENTS);

    private static final Logger LOG = System.getLogger(RuleCompiler.class.getName());

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
            return BuildRunner.run(budget, () -> compileInPhases(id, folder, budget));
        } catch (BuildStoppedException tooMuch) {
            String message = String.valueOf(tooMuch.getMessage());
            problems.error(ProblemCode.TOO_LARGE, Place.FOLDER, message, "make the scheme smaller");
            return new Compilation(Optional.empty(), problems.sorted());
        } catch (RuntimeException | Error faulty) {
            // INVARIANT: nothing leaves here but problems of this scheme, lest it keep others from being read.
            LOG.log(Level.ERROR, "scheme " + id + " cannot be compiled, through a fault of Daylight", faulty);
            problems.fault(file(folder));
            return new Compilation(Optional.empty(), problems.sorted());
        }
    }

    /** The file to name where the fault itself names none: the only rule file, or the manifest, which stands for the scheme. */
    private static String file(SchemeFolder folder) {
        List<String> ruleFiles = folder.files().keySet().stream()
                .filter(path -> path.endsWith(".drl"))
                .toList();
        return ruleFiles.size() == 1 ? ruleFiles.get(0) : Manifest.FILE;
    }

    private static Compilation compileInPhases(String id, SchemeFolder folder, BuildBudget budget) {
        Problems problems = new Problems();
        Optional<RuleBase> ruleBase = SchemeReader.read(id, folder, problems)
                .flatMap(scheme -> readSource(scheme, problems))
                .map(source -> compile(source, budget, problems));
        return new Compilation(problems.hasErrors() ? Optional.empty() : ruleBase, problems.sorted());
    }

    private static @Nullable RuleBase compile(SchemeSource source, BuildBudget budget, Problems problems) {
        check(source, problems);
        BuiltRules built = build(source, budget, problems);
        if (built == null || problems.hasErrors()) {
            return null;
        }
        Lints.check(source, problems);
        return new RuleBase(source, built);
    }

    /** Empty where the scheme is too large to go on with. */
    private static Optional<SchemeSource> readSource(Scheme scheme, Problems problems) {
        List<SourceFile> files = RuleFileParser.parse(scheme, problems);
        BuildLimits.check(scheme, files, problems);
        if (problems.has(ProblemCode.TOO_LARGE)) {
            return Optional.empty();
        }
        Problems sourceProblems = new Problems();
        SchemeSource source = SchemeSource.read(scheme, files, sourceProblems);
        addCertain(sourceProblems, source, problems);
        return Optional.of(source);
    }

    private static void check(SchemeSource source, Problems problems) {
        Problems sourceProblems = new Problems();
        SourceCheck.check(source, sourceProblems);
        addCertain(sourceProblems, source, problems);
    }

    /** Leaves out problems that what could not be read may cause: its types are unknown, and rules elsewhere may name them. */
    private static void addCertain(Problems sourceProblems, SchemeSource source, Problems problems) {
        Set<String> unread = source.unread();
        sourceProblems.sorted().stream()
                .filter(problem -> source.isComplete() || isCertain(problem, source.hasAllFiles(), unread))
                .forEach(problems::add);
    }

    private static boolean isCertain(AuthorProblem problem, boolean hasAllFiles, Set<String> unread) {
        if (OF_A_NAME.contains(problem.code())) {
            return hasAllFiles
                    && unread.stream().noneMatch(name -> problem.message().contains("`" + name + "`"));
        }
        return !OF_ABSENCE.contains(problem.code());
    }

    private static @Nullable BuiltRules build(SchemeSource source, BuildBudget budget, Problems problems) {
        // Choices are made when their class is first looked at, and the engine looks while it builds. Of a name that
        // Java
        // has for itself it says more than there is to say.
        boolean buildable = !problems.has(ProblemCode.CHOICE_VALUE) && !problems.has(ProblemCode.RESERVED_NAME);
        BuiltRules built = source.hasAllFiles() && buildable ? RuleBuild.build(source, budget, problems) : null;
        // Mistakes beside the rules leave the rules' own bindings as they are.
        boolean rulesAreSound = problems.sorted().stream()
                .noneMatch(
                        problem -> problem.preventsGoingLive() && problem.file().endsWith(".drl"));
        if (built != null && rulesAreSound) {
            ReasonCheck.check(built.engine(), source, problems);
        }
        return built;
    }
}
