package org.daylight.log.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Tile;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.SignedNote;
import org.daylight.store.StoreFailureException;

/** A log as static files. */
public record LogFolder(Path folder) implements LogSource {
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

    /**
     * Writes all that a log's latest checkpoint covers, as it is served, so that any web server can serve it and anybody verify
     * it. The checkpoint comes last, so that it never covers a leaf that is not there.
     *
     * @return the checkpoint that was exported
     * @throws StoreFailureException when the log has lost something that its checkpoint covers
     */
    public Checkpoint export(StoredLog log) throws IOException {
        SignedNote note = log.checkpoint();
        Checkpoint checkpoint = Checkpoint.read(note);
        for (Tile tile : Tile.of(checkpoint.size())) {
            export(tile.path(), log.tile(tile));
            if (tile.level() == 0) {
                export(tile.entriesPath(), log.entries(tile));
            }
        }
        write("checkpoint", note.toString().getBytes(StandardCharsets.UTF_8));
        return checkpoint;
    }

    private void export(String path, Optional<byte[]> bytes) throws IOException {
        write(
                path,
                bytes.orElseThrow(() ->
                        new StoreFailureException("the log has lost `" + path + "`, which its checkpoint covers")));
    }

    /** Writes a file where {@link #read} finds it. */
    public void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
