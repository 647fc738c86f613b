package org.daylight.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices edits of the files below a folder. It polls, which works alike on every file system and mount, and the folders are small.
 * An edit counts once two looks in a row find the same, so that a file half written is left alone.
 */
public final class FolderEdits {
    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 10_000;

    private final Path folder;
    private @Nullable Map<Path, Stamp> seen;
    private @Nullable Map<Path, Stamp> taken;

    /** A file's attributes that an edit changes. */
    private record Stamp(long modifiedNanos, long size, String target) {}

    public FolderEdits(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks whether the files differ from those {@linkplain #take taken up}.
     *
     * @param twice whether the look before must have found the same
     */
    public boolean isEdited(boolean twice) throws IOException {
        Map<Path, Stamp> current = stamps();
        boolean settled = !twice || current.equals(seen);
        seen = current;
        return settled && !current.equals(taken);
    }

    /** Notes that the files have been taken up as they were seen last. */
    public void take() {
        taken = seen;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            // More are refused when the folder is read.
            for (Path file : (Iterable<Path>) files.limit(MOST_FILES)::iterator) {
                stamp(file).ifPresent(stamp -> stamps.put(file, stamp));
            }
        }
        return stamps;
    }

    /** A link counts with what it leads to; folders do not count, for what is in them does. */
    private static Optional<Stamp> stamp(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            return Optional.empty();
        }
        Stamp stamp = new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), "");
        return Optional.of(attributes.isSymbolicLink() ? behind(file, stamp) : stamp);
    }

    private static Stamp behind(Path link, Stamp stamp) throws IOException {
        String target = Files.readSymbolicLink(link).toString();
        try {
            BasicFileAttributes attributes = Files.readAttributes(link, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), target);
        } catch (IOException leadsNowhere) {
            return new Stamp(stamp.modifiedNanos(), -1, target);
        }
    }
}
