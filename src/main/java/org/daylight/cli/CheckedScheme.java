package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scenario.Case;
import org.daylight.scenario.CaseReader;
import org.daylight.scheme.Problems;
import org.daylight.scheme.RefusedFolderException;
import org.daylight.scheme.SchemeFolder;

/**
 * A scheme folder, compiled, with its cases read.
 *
 * @param folder the folder as the command line named it
 * @param rules empty when the scheme itself has errors
 * @param cases those that could be read
 * @param problems those of the scheme and of its cases, by file and line
 */
record CheckedScheme(Path folder, Optional<RuleBase> rules, List<Case> cases, List<AuthorProblem> problems) {
    CheckedScheme {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    static CheckedScheme of(Path folder) {
        SchemeFolder files;
        try {
            files = SchemeFolder.read(folder);
        } catch (RefusedFolderException refused) {
            return new CheckedScheme(folder, Optional.empty(), List.of(), refused.problems());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return of(folder, files);
    }

    private static CheckedScheme of(Path folder, SchemeFolder files) {
        Compilation compiled = RuleCompiler.compile(SchemeFolders.id(folder), files);
        Problems caseProblems = new Problems();
        List<Case> cases = compiled.ruleBase()
                .map(rules -> CaseReader.read(rules, caseProblems))
                .orElse(List.of());
        List<AuthorProblem> problems = new ArrayList<>(compiled.problems());
        problems.addAll(caseProblems.sorted());
        return new CheckedScheme(folder, compiled.ruleBase(), cases, problems);
    }

    /** @throws SchemeErrorsException when the scheme itself has errors */
    RuleBase requireRules() {
        return rules.orElseThrow(() -> new SchemeErrorsException(this));
    }

    String id() {
        return SchemeFolders.id(folder);
    }

    boolean hasErrors() {
        return rules.isEmpty() || problems.stream().anyMatch(AuthorProblem::preventsGoingLive);
    }
}
