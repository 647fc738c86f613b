package org.daylight.log.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tree of a given size whose hashes are read from tiles, each tile at most once. */
public final class TiledTree {
    private final long size;
    private final Function<Tile, List<Hash>> tiles;
    private final Map<Tile, List<Hash>> cache = new HashMap<>();

    /**
     * A tree whose tiles are read when they are needed.
     *
     * @param tiles reads a tile's hashes, as many as it is wide
     */
    public TiledTree(long size, Function<Tile, List<Hash>> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? Hash.OF_NOTHING : hash(0, size);
    }

    /**
     * The audit path of RFC 6962 section 2.1.1, from the leaf's sibling up.
     *
     * @param index of a leaf of the tree
     */
    public List<Hash> inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of size " + size + " has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        addInclusion(index, 0, size, path);
        return path;
    }

    private void addInclusion(long index, long begin, long end, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + largestPowerOfTwoBelow(end - begin);
        if (index < middle) {
            addInclusion(index, begin, middle, path);
            path.add(hash(middle, end));
        } else {
            addInclusion(index, middle, end, path);
            path.add(hash(begin, middle));
        }
    }

    /**
     * The proof of RFC 6962 section 2.1.2 that this tree begins with all of an earlier one. Empty for the empty tree and for this
     * tree's own size.
     *
     * @param earlier size of the earlier tree
     */
    public List<Hash> consistencyProof(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("a tree of size " + size + " was never of size " + earlier);
        }
        List<Hash> proof = new ArrayList<>();
        if (earlier > 0) {
            addConsistency(earlier, 0, size, true, proof);
        }
        return proof;
    }

    /** @param known whether the range's hash is the earlier tree's root, which its verifier has */
    private void addConsistency(long earlier, long begin, long end, boolean known, List<Hash> proof) {
        if (earlier == end) {
            if (!known) {
                proof.add(hash(begin, end));
            }
            return;
        }
        long middle = begin + largestPowerOfTwoBelow(end - begin);
        if (earlier <= middle) {
            addConsistency(earlier, begin, middle, known, proof);
            proof.add(hash(middle, end));
        } else {
            addConsistency(earlier, middle, end, false, proof);
            proof.add(hash(begin, middle));
        }
    }

    /** Tree hash of the leaves from {@code begin} up to {@code end}, a range that a tree of RFC 6962 has a node for. */
    Hash hash(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) != 1) {
            long middle = begin + largestPowerOfTwoBelow(count);
            return Hash.node(hash(begin, middle), hash(middle, end));
        }
        int height = Long.numberOfTrailingZeros(count);
        int level = height / Tile.HEIGHT;
        int heightInTile = height % Tile.HEIGHT;
        long position = begin >> (level * Tile.HEIGHT);
        List<Hash> hashes = cache.computeIfAbsent(Tile.at(size, level, position / Tile.FULL), tiles);
        int first = (int) (position % Tile.FULL);
        return rootOf(hashes.subList(first, first + (1 << heightInTile)));
    }

    /** The root over hashes that lie side by side, whose number is a power of two, as of a full tile's. */
    public static Hash rootOf(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int middle = hashes.size() / 2;
        return Hash.node(rootOf(hashes.subList(0, middle)), rootOf(hashes.subList(middle, hashes.size())));
    }

    private static long largestPowerOfTwoBelow(long count) {
        return Long.highestOneBit(count - 1);
    }
}
