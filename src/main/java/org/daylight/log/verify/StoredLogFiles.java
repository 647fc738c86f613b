package org.daylight.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.daylight.log.StoredLog;
import org.daylight.log.merkle.Tile;
import org.daylight.store.RecordDamagedException;

/** A log in a database, read as if it had been exported. */
final class StoredLogFiles implements LogSource {
    private static final String ENTRIES = "tile/entries/";

    private final StoredLog log;

    StoredLogFiles(StoredLog log) {
        this.log = log;
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            if (path.equals("checkpoint")) {
                return Optional.of(log.checkpoint().toString().getBytes(StandardCharsets.UTF_8));
            }
            if (path.startsWith(ENTRIES)) {
                return Tile.parse(0, path.substring(ENTRIES.length())).flatMap(log::entries);
            }
            String[] parts = path.split("/", 3);
            return Tile.parse(Integer.parseInt(parts[1]), parts[2]).flatMap(log::tile);
        } catch (RecordDamagedException incomplete) {
            return Optional.empty();
        }
    }
}
