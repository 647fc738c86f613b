package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daylight.log.merkle.EntryBundle;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;

/** Reads tiles and bundles, and reports those that are missing or not as long as they should be. */
record TileReading(LogSource source, Consumer<Finding> findings) {
    /** The tile's hashes; empty when they cannot be read, which is reported. */
    Optional<List<Hash>> hashes(Tile tile) {
        String path = tile.path();
        Optional<byte[]> bytes = read(path, full(tile).path(), tile);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        int length = bytes.get().length;
        if (length != tile.width() * Hash.BYTES && length != Tile.FULL * Hash.BYTES) {
            return reported(path, "has " + length + " bytes, not " + tile.width() * Hash.BYTES);
        }
        List<Hash> hashes = new ArrayList<>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes.get(), i * Hash.BYTES, (i + 1) * Hash.BYTES)));
        }
        return Optional.of(hashes);
    }

    /** The leaf hashes of the tile's entries; empty when they cannot be read, which is reported. */
    Optional<List<Hash>> entries(Tile tile) {
        String path = tile.entriesPath();
        Optional<byte[]> bytes = read(path, full(tile).entriesPath(), tile);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<byte[]> entries = EntryBundle.decode(bytes.get());
            if (entries.size() != tile.width() && entries.size() != Tile.FULL) {
                return reported(path, "has " + entries.size() + " entries, not " + tile.width());
            }
            return Optional.of(
                    entries.subList(0, tile.width()).stream().map(Hash::leaf).toList());
        } catch (IllegalArgumentException cutOff) {
            return reported(path, "the length before one of its entries was altered, or its end is missing");
        }
    }

    /** A partial tile may be gone once the full one is there, which begins with it. */
    private Optional<byte[]> read(String path, String fullPath, Tile tile) {
        Optional<byte[]> bytes = source.read(path);
        if (bytes.isEmpty() && !tile.isFull()) {
            bytes = source.read(fullPath);
        }
        if (bytes.isEmpty()) {
            findings.accept(new Finding(path, "is missing"));
        }
        return bytes;
    }

    private static Tile full(Tile tile) {
        return new Tile(tile.level(), tile.index(), Tile.FULL);
    }

    private <T> Optional<T> reported(String path, String what) {
        findings.accept(new Finding(path, what));
        return Optional.empty();
    }
}
