package org.daylight.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder's files, looking at what each is and how large before any is opened. Links are followed inside the folder only, for
 * that is how mounted configuration (a Kubernetes ConfigMap) lies in its folder; the folder itself may be reached by any link.
 */
final class FolderReader {
    static final int DEEPEST = 8;
    static final int MOST_ENTRIES = 2_000;

    private final Path root;
    private final Problems problems = new Problems();
    private final SortedMap<String, Path> found = new TreeMap<>();
    private int entries;
    private long bytes;

    /** @param root the folder's real path */
    private FolderReader(Path root) {
        this.root = root;
    }

    /** @throws RefusedFolderException with everything that is wrong */
    static SortedMap<String, byte[]> read(Path folder) throws IOException {
        FolderReader reader = new FolderReader(folder.toRealPath());
        reader.list(reader.root, "", 1);
        reader.checkSizes();
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!reader.problems.hasErrors()) {
            for (Map.Entry<String, Path> file : reader.found.entrySet()) {
                reader.read(file.getKey(), file.getValue(), files);
            }
        }
        if (reader.problems.hasErrors()) {
            throw new RefusedFolderException(reader.problems.sorted());
        }
        return files;
    }

    private void list(Path directory, String prefix, int depth) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (entries++ > MOST_ENTRIES) {
                    return;
                }
                names.add(String.valueOf(child.getFileName()));
            }
        } catch (AccessDeniedException denied) {
            unreadable(prefix);
        }
        for (String name : names) {
            if (isPartOfScheme(name)) {
                entry(directory.resolve(name), prefix + name, depth);
            }
        }
    }

    /** Leaves out hidden files and what editors keep beside a file: {@code x~}, {@code #x#}, {@code ~$x}. */
    private static boolean isPartOfScheme(String name) {
        return !name.startsWith(".")
                && !name.endsWith("~")
                && !name.startsWith("~$")
                && !(name.startsWith("#") && name.endsWith("#"));
    }

    private void entry(Path path, String inside, int depth) throws IOException {
        Path real = real(path, inside);
        if (real == null) {
            return;
        }
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory() && depth == DEEPEST) {
            problems.error(
                    ProblemCode.TOO_LARGE,
                    Place.ofFile(inside),
                    "folders stand inside each other more than " + DEEPEST + " deep");
        } else if (attributes.isDirectory()) {
            list(real, inside + "/", depth + 1);
        } else if (attributes.isRegularFile()) {
            size(inside, attributes.size());
            found.put(inside, real);
        } else {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Place.ofFile(inside),
                    "this is neither a file nor a folder, but a pipe or a device",
                    "put a file in its place, or take it out of the folder");
        }
    }

    /** The path without links; null, and reported, when it lies outside or nowhere. */
    private @Nullable Path real(Path path, String inside) throws IOException {
        boolean link = Files.isSymbolicLink(path);
        try {
            Path real = path.toRealPath();
            if (real.startsWith(root)) {
                return real;
            }
            link(inside, "this is a link out of the scheme's folder");
        } catch (AccessDeniedException denied) {
            unreadable(inside);
        } catch (IOException broken) {
            if (!link) {
                throw broken;
            }
            link(inside, "this is a link to nothing");
        }
        return null;
    }

    private void link(String inside, String message) {
        problems.error(
                ProblemCode.LINK_OUT, Place.ofFile(inside), message, "put the file itself into the scheme's folder");
    }

    private void size(String inside, long size) {
        bytes += size;
        if (size > SchemeFolder.MOST_BYTES) {
            tooLarge(Place.ofFile(inside), "the file has " + size + " bytes", SchemeFolder.MOST_BYTES);
        }
    }

    private void checkSizes() {
        if (entries > MOST_ENTRIES) {
            tooLarge(Place.FOLDER, "more than " + MOST_ENTRIES + " files and folders", MOST_ENTRIES);
        }
        if (!problems.hasErrors() && bytes > SchemeFolder.MOST_BYTES) {
            tooLarge(Place.FOLDER, bytes + " bytes", SchemeFolder.MOST_BYTES);
        }
        if (found.size() > SchemeFolder.MOST_FILES) {
            tooLarge(Place.FOLDER, found.size() + " files", SchemeFolder.MOST_FILES);
        }
    }

    private void tooLarge(Place place, String size, int most) {
        problems.error(ProblemCode.TOO_LARGE, place, size + ", more than the " + most + " allowed");
    }

    private void read(String inside, Path real, SortedMap<String, byte[]> files) throws IOException {
        // No more than was looked at, even where the file grows meanwhile.
        try (InputStream content = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            files.put(inside, content.readNBytes(SchemeFolder.MOST_BYTES + 1));
        } catch (NoSuchFileException vanished) {
            throw vanished;
        } catch (IOException denied) {
            unreadable(inside);
        }
    }

    private void unreadable(String inside) {
        problems.error(
                ProblemCode.UNREADABLE_FILE,
                Place.ofFile(inside),
                "this cannot be read",
                "let the account that runs Daylight read it");
    }
}
