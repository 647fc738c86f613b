package org.daylight.rulebase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private RuleCompiler() {}

    /**
     * Compiles a folder; never runs anything an author wrote.
     *
     * @param id the scheme's id, which is its folder's name
     * @param folder the folder's files
     */
    public static Compilation compile(String id, SchemeFolder folder) {
        Problems problems = new Problems();
        BuildLimits.check(folder, problems);
        if (problems.hasErrors()) {
            return new Compilation(Optional.empty(), problems.sorted());
        }
        Optional<RuleBase> ruleBase = SchemeReader.read(id, folder, problems).map(scheme -> compile(scheme, problems));
        return new Compilation(problems.hasErrors() ? Optional.empty() : ruleBase, problems.sorted());
    }

    private static @Nullable RuleBase compile(Scheme scheme, Problems problems) {
        List<RuleFile> files = RuleFileParser.parse(scheme, problems);
        if (problems.hasErrors() && files.size() < scheme.ruleFiles().size()) {
            // A file that cannot be parsed leaves its types unknown; what is said about the others would mislead.
            return null;
        }
        BuildLimits.check(scheme, files, problems);
        LanguageCheck.check(files, problems);
        Types types = TypeReader.read(files, problems);
        Map<String, RuleText> rules = RuleReader.read(files, problems);
        List<ParameterRow> parameters = ParameterReader.read(scheme, types, problems);
        ManifestCheck.check(scheme, types, problems);
        if (problems.hasErrors()) {
            return null;
        }
        KieBase engine = built(scheme, files, types, rules, problems);
        if (engine == null) {
            return null;
        }
        ReasonCheck.check(engine, scheme.packageName(), rules, problems);
        return problems.hasErrors() ? null : new RuleBase(scheme, types, rules, parameters, engine);
    }

    /** The engine answers some mistakes by throwing; to an author that is one more problem. */
    private static @Nullable KieBase built(
            Scheme scheme, List<RuleFile> files, Types types, Map<String, RuleText> rules, Problems problems) {
        try {
            return Engine.build(scheme, files, types, rules, problems);
        } catch (RuntimeException | LinkageError | StackOverflowError refused) {
            problems.error("does-not-compile", "", 0, 0, "the engine refused the scheme: " + refused.getMessage());
            return null;
        }
    }
}
