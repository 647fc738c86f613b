package org.daylight.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.daylight.evaluation.Question;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.rulebase.Unmetered;
import org.daylight.scheme.Dossier;
import org.daylight.scheme.SchemeFolder;

/**
 * What is assessed: rules, a dossier with ten events, a question and a moment.
 *
 * @param rules compiled as the service compiles them
 */
record Workload(RuleBase rules, Dossier dossier, Question question, Instant asOf) {
    static final Instant AS_OF = Instant.parse("2026-11-01T12:00:00Z");

    /** The scheme that ships, or a generated one of so many rules. */
    static Workload of(String name) {
        return name.equals("community") ? community() : GeneratedScheme.workload(Integer.parseInt(name));
    }

    private static Workload community() {
        try {
            SchemeFolder folder = SchemeFolder.read(Path.of("rules", "community"));
            return new Workload(
                    compile("community", folder), CommunityDossier.DOSSIER, CommunityDossier.QUESTION, AS_OF);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same, its rules compiled once more without the meter. */
    Workload withoutMeter() {
        Compilation compilation =
                Unmetered.compile(rules.scheme().id(), rules.scheme().folder());
        return new Workload(compilation.ruleBase().orElseThrow(), dossier, question, asOf);
    }

    static RuleBase compile(String scheme, SchemeFolder folder) {
        Compilation compilation = RuleCompiler.compile(scheme, folder);
        return compilation
                .ruleBase()
                .orElseThrow(
                        () -> new IllegalStateException(compilation.problems().toString()));
    }
}
