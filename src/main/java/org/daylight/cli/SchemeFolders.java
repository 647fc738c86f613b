package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Nearest;

/** Finds the scheme folders that a command line names: by path, or by id below {@code rules/}. */
final class SchemeFolders {
    static final Path RULES = Path.of("rules");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

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

    /**
     * Finds one. An id means the scheme under {@code rules/}, whatever else lies here under the same name; a path, which may begin
     * with {@code ./}, means what it says.
     *
     * @throws UsageException when there is no such folder
     */
    static Path find(String name) {
        return find(name, Path.of(""));
    }

    /** @param here the folder that the command runs in */
    static Path find(String name, Path here) {
        Path asWritten = here.resolve(path(name));
        Path byId = here.resolve(RULES).resolve(path(name));
        for (Path folder : ID.matcher(name).matches() ? List.of(byId, asWritten) : List.of(asWritten, byId)) {
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        List<String> known = Files.isDirectory(RULES)
                ? schemesIn(RULES).stream().map(SchemeFolders::id).toList()
                : List.of();
        throw new UsageException("there is no folder `" + name + "`, nor `" + byId + "`"
                + Nearest.to(name, known)
                        .map(near -> "; " + Nearest.question(near))
                        .orElse(""));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new UsageException("`" + name + "` cannot be the name of a folder");
        }
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
