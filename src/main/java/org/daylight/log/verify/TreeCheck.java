package org.daylight.log.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.daylight.log.merkle.Frontier;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;
import org.daylight.log.merkle.TiledTree;
import org.daylight.log.note.Checkpoint;

/**
 * Recomputes a whole tree twice, from its entries and from its leaf hashes, and compares all levels with both. The one that
 * makes the signed root is right, so that what was altered can be told from what was not.
 */
final class TreeCheck {
    private final Checkpoint checkpoint;
    private final TileReading reading;
    private final Consumer<Finding> findings;
    private final Recomputed fromEntries = new Recomputed();
    private final Recomputed fromTiles = new Recomputed();
    private final List<Long> differingLeaves = new ArrayList<>();
    private boolean leavesMissing;
    private final Set<Finding> reported = new HashSet<>();

    TreeCheck(Checkpoint checkpoint, LogSource source, Consumer<Finding> findings) {
        this.checkpoint = checkpoint;
        this.findings = findings;
        this.reading = new TileReading(source, this::report);
    }

    /** A tree computed anew from its leaves, with the hashes that the levels above the leaves must then hold. */
    private static final class Recomputed {
        private final Frontier frontier = Frontier.empty();
        private final Map<Integer, List<Hash>> levels = new HashMap<>();

        void append(Hash leaf) {
            frontier.append(leaf, (level, position, hash) -> levels.computeIfAbsent(level, none -> new ArrayList<>())
                    .add(hash));
        }

        /** A hash of level 1 or above. */
        Hash at(int level, long position) {
            return levels.getOrDefault(level, List.of()).get((int) position);
        }
    }

    private void report(Finding finding) {
        if (reported.add(finding)) {
            findings.accept(finding);
        }
    }

    /** @param progress told how many leaves have been read */
    void run(LongConsumer progress) {
        List<Tile> tiles = Tile.of(checkpoint.size());
        for (Tile tile : tiles) {
            if (tile.level() == 0) {
                append(tile);
                progress.accept(tile.end());
            }
        }
        if (leavesMissing) {
            return;
        }
        Optional<Recomputed> signed = signedTree();
        differingLeaves.forEach(leaf -> report(differing(leaf, signed)));
        tiles.stream().filter(tile -> tile.level() > 0).forEach(tile -> check(tile, signed));
        if (signed.isEmpty()) {
            report(new Finding(
                    "checkpoint line 3",
                    "the signed root of " + checkpoint.size() + " leaves is " + checkpoint.root()
                            + ", but the entries make "
                            + fromEntries.frontier.root() + " and the tiles make " + fromTiles.frontier.root()
                            + (reported.isEmpty() ? ": leaves were altered, and their tiles with them" : "")));
        }
    }

    private void append(Tile tile) {
        Optional<List<Hash>> entries = reading.entries(tile);
        Optional<List<Hash>> hashes = reading.hashes(tile);
        if (entries.isEmpty() && hashes.isEmpty()) {
            leavesMissing = true;
            return;
        }
        List<Hash> ofEntries = entries.or(() -> hashes).orElseThrow();
        List<Hash> ofTile = hashes.or(() -> entries).orElseThrow();
        for (int i = 0; i < tile.width(); i++) {
            fromEntries.append(ofEntries.get(i));
            fromTiles.append(ofTile.get(i));
            if (!ofEntries.get(i).equals(ofTile.get(i))) {
                differingLeaves.add(tile.begin() + i);
            }
        }
    }

    /** The recomputed tree that has the signed root, if one has. */
    private Optional<Recomputed> signedTree() {
        if (fromEntries.frontier.root().equals(checkpoint.root())) {
            return Optional.of(fromEntries);
        }
        return fromTiles.frontier.root().equals(checkpoint.root()) ? Optional.of(fromTiles) : Optional.empty();
    }

    private Finding differing(long leaf, Optional<Recomputed> signed) {
        Tile tile = Tile.at(checkpoint.size(), 0, leaf / Tile.FULL);
        String hash = tile.path() + ", hash " + leaf % Tile.FULL + " (leaf " + leaf + ")";
        String entry = tile.entriesPath() + ", entry " + leaf % Tile.FULL + " (leaf " + leaf + ")";
        if (signed.isEmpty()) {
            return new Finding(entry, "it does not have the hash that " + tile.path() + " holds for it");
        }
        return signed.get() == fromEntries
                ? new Finding(hash, "was altered: it is not the hash of its entry")
                : new Finding(entry, "was altered: the signed tree holds the hash of another one");
    }

    private void check(Tile tile, Optional<Recomputed> signed) {
        List<Hash> hashes = reading.hashes(tile).orElse(List.of());
        for (int i = 0; i < hashes.size(); i++) {
            long position = tile.begin() + i;
            Tile below = Tile.at(checkpoint.size(), tile.level() - 1, position);
            String where = tile.path() + ", hash " + i;
            if (signed.isPresent()) {
                if (!hashes.get(i).equals(signed.get().at(tile.level(), position))) {
                    report(new Finding(where, "was altered: it is not the root of " + below.path()));
                }
            } else if (!fits(below, hashes.get(i))) {
                report(new Finding(where, "it is not the root of " + below.path() + ": one of them was altered"));
            }
        }
    }

    private boolean fits(Tile below, Hash root) {
        return reading.hashes(below)
                .filter(hashes -> !TiledTree.rootOf(hashes).equals(root))
                .isEmpty();
    }
}
