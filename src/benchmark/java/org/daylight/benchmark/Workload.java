package org.daylight.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.daylight.evaluation.Inquiry;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.rulebase.Unmetered;
import org.daylight.scheme.SchemeFolder;

/** Prepares what is assessed: rules as the service compiles them, a dossier with ten events, a question and a moment. */
final class Workload {
    static final Instant AS_OF = Instant.parse("2026-11-01T12:00:00Z");

    private Workload() {}

    /** Takes the scheme that ships, or generates one of so many rules. */
    static Inquiry of(String name) {
        return name.equals("community") ? community() : GeneratedScheme.inquiry(Integer.parseInt(name));
    }

    private static Inquiry community() {
        try {
            SchemeFolder folder = SchemeFolder.read(Path.of("rules", "community"));
            return new Inquiry(
                    compile("community", folder), CommunityDossier.DOSSIER, CommunityDossier.QUESTION, AS_OF);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compiles the rules once more, without the meter. */
    static Inquiry withoutMeter(Inquiry inquiry) {
        Compilation compilation = Unmetered.compile(
                inquiry.rules().scheme().id(), inquiry.rules().scheme().folder());
        return new Inquiry(compilation.ruleBase().orElseThrow(), inquiry.dossier(), inquiry.question(), inquiry.asOf());
    }

    static RuleBase compile(String scheme, SchemeFolder folder) {
        Compilation compilation = RuleCompiler.compile(scheme, folder);
        return compilation
                .ruleBase()
                .orElseThrow(
                        () -> new IllegalStateException(compilation.problems().toString()));
    }
}
