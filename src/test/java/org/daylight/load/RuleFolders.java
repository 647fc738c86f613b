package org.daylight.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the schemes that ship, for a service of a test's own. */
final class RuleFolders {
    private static final Path SHIPPED = Path.of("rules");
    private static final String COMMUNITY = "community";

    private RuleFolders() {}

    /** Copies all schemes. */
    static Path all(Path to) throws IOException {
        return copy(SHIPPED, to);
    }

    /** Copies the one scheme that these tests ask about: a service with no other is ready much sooner. */
    static Path community(Path to) throws IOException {
        Files.createDirectories(to);
        copy(SHIPPED.resolve(COMMUNITY), to.resolve(COMMUNITY));
        return to;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
        return to;
    }
}
