package org.daylight.log.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log as static files. */
public final class LogFolder implements LogSource {
    private final Path folder;

    public LogFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new UnreadableLogException("cannot read `" + folder.resolve(path) + "`: " + refused, refused);
        }
    }

    /** Writes a file where {@link #read} finds it. */
    public void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
