package org.daylight.log.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Tile;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.SignedNote;
import org.daylight.store.StoreFailureException;

/** Writes a log as static files, laid out as it is served, so that any web server can serve it and anybody verify it. */
public final class LogExport {
    private LogExport() {}

    /**
     * Writes all that the latest checkpoint covers; the checkpoint comes last, so that it never covers what is not there.
     *
     * @return what was exported
     */
    public static Checkpoint write(StoredLog log, LogFolder folder) throws IOException {
        SignedNote note = log.checkpoint();
        Checkpoint checkpoint = Checkpoint.read(note);
        for (Tile tile : Tile.of(checkpoint.size())) {
            folder.write(tile.path(), log.tile(tile).orElseThrow(() -> missing(tile.path())));
            if (tile.level() == 0) {
                folder.write(tile.entriesPath(), log.entries(tile).orElseThrow(() -> missing(tile.entriesPath())));
            }
        }
        folder.write("checkpoint", note.toString().getBytes(StandardCharsets.UTF_8));
        return checkpoint;
    }

    private static StoreFailureException missing(String path) {
        return new StoreFailureException("the log has lost `" + path + "`, which its checkpoint covers");
    }
}
