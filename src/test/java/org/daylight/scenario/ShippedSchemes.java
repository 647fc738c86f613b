package org.daylight.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.daylight.evaluation.Inquiry;
import org.daylight.fixture.GeneratedQuestions;
import org.daylight.rulebase.Compilation;
import org.daylight.rulebase.RuleBase;
import org.daylight.rulebase.RuleCompiler;
import org.daylight.scheme.SchemeFolder;

/** The schemes under {@code rules/}, each compiled once. */
final class ShippedSchemes {
    static final Path FOLDER = Path.of("rules");

    private static final Map<String, RuleBase> COMPILED = new ConcurrentHashMap<>();

    private ShippedSchemes() {}

    static List<String> ids() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RuleBase ruleBase(String id) {
        return COMPILED.computeIfAbsent(id, ShippedSchemes::compile);
    }

    /** Something to assess about any of them. */
    static Arbitrary<Inquiry> inquiries() {
        List<Arbitrary<Inquiry>> ofEach =
                ids().stream().map(id -> GeneratedQuestions.about(ruleBase(id))).toList();
        return Arbitraries.of(ofEach).flatMap(Function.identity());
    }

    private static RuleBase compile(String id) {
        try {
            Compilation compilation = RuleCompiler.compile(id, SchemeFolder.read(FOLDER.resolve(id)));
            return compilation.ruleBase().orElseThrow(() -> new AssertionError(compilation.problems()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
