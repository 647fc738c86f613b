package org.daylight.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices edits of the files below a folder. It polls, which works alike on every file system and mount, and the folders are small.
 * An edit counts once two looks in a row find the same, so that a file half written is left alone.
 */
public final class FolderEdits {
    private final Path folder;
    private @Nullable Map<Path, Stamp> seen;
    private @Nullable Map<Path, Stamp> taken;

    /** A file's attributes that an edit changes. */
    private record Stamp(long modifiedNanos, long size) {}

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
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> stamps.put(file, stamp(file)));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size());
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }
}
