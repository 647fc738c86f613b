package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Nearest;

/** Finds the scheme folders that a command line names: by path, or by id below {@code rules/}. */
final class SchemeFolders {
    static final Path RULES = Path.of("rules");

    private SchemeFolders() {}

    /** Finds all that are named, a folder of schemes standing for those in it; when none is named, all below {@code rules/}. */
    static List<Path> of(List<String> named) {
        List<Path> folders = new ArrayList<>();
        for (String name : named.isEmpty() ? List.of(RULES.toString()) : named) {
            Path folder = find(name);
            List<Path> inside = Files.exists(folder.resolve(Manifest.FILE)) ? List.of() : schemesIn(folder);
            folders.addAll(inside.isEmpty() ? List.of(folder) : inside);
        }
        return folders.stream().distinct().toList();
    }

    /** @throws UsageException when there is no such folder, or when it is not clear which one is meant */
    static Path find(String name) {
        Path asWritten = Path.of(name);
        Path byId = RULES.resolve(name);
        boolean isId = asWritten.getNameCount() == 1 && Files.isDirectory(byId);
        if (isId && Files.exists(asWritten.resolve(Manifest.FILE))) {
            throw new UsageException("there are two folders `" + name + "`: write `" + byId + "`, or `./" + name + "`");
        }
        if (Files.isDirectory(asWritten) && !isId) {
            return asWritten;
        }
        if (Files.isDirectory(byId)) {
            return byId;
        }
        List<String> known = Files.isDirectory(RULES)
                ? schemesIn(RULES).stream().map(SchemeFolders::id).toList()
                : List.of();
        throw new UsageException("there is no folder `" + name + "`, nor `" + byId + "`"
                + Nearest.to(name, known)
                        .map(near -> "; " + Nearest.question(near))
                        .orElse(""));
    }

    /** Returns a scheme's id, which is its folder's name. */
    static String id(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static List<Path> schemesIn(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(Manifest.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
