package org.daylight.log.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log in memory: what a store keeps of one, and nothing more. */
final class Growing {
    final Frontier frontier = Frontier.empty();
    final List<Hash> leaves = new ArrayList<>();
    private final Map<Integer, List<Hash>> above = new TreeMap<>();

    static Growing of(List<byte[]> entries) {
        Growing tree = new Growing();
        entries.forEach(entry -> tree.append(Hash.leaf(entry)));
        return tree;
    }

    void append(Hash leaf) {
        leaves.add(leaf);
        frontier.append(leaf, this::full);
    }

    private void full(int level, long position, Hash hash) {
        List<Hash> hashes = above.computeIfAbsent(level, none -> new ArrayList<>());
        if (hashes.size() != position) {
            throw new AssertionError(
                    "level " + level + " has " + hashes.size() + " hashes, and got one for " + position);
        }
        hashes.add(hash);
    }

    TiledTree at(long size) {
        return new TiledTree(size, this::read);
    }

    List<Hash> read(Tile tile) {
        List<Hash> level = tile.level() == 0 ? leaves : above.getOrDefault(tile.level(), List.of());
        return level.subList((int) tile.begin(), (int) tile.end());
    }

    /** MTH of RFC 6962, word for word. */
    static Hash naive(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves.size());
        return Hash.node(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    /** PATH of RFC 6962, word for word. */
    static List<Hash> naivePath(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        List<Hash> path = new ArrayList<>(index < split ? naivePath(index, left) : naivePath(index - split, right));
        path.add(naive(index < split ? right : left));
        return path;
    }

    /** SUBPROOF of RFC 6962, word for word. */
    static List<Hash> naiveProof(int earlier, List<Hash> leaves, boolean known) {
        if (earlier == leaves.size()) {
            return known ? List.of() : List.of(naive(leaves));
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        List<Hash> proof = new ArrayList<>(
                earlier <= split ? naiveProof(earlier, left, known) : naiveProof(earlier - split, right, false));
        proof.add(naive(earlier <= split ? right : left));
        return proof;
    }

    private static int split(int size) {
        int split = 1;
        while (split * 2 < size) {
            split *= 2;
        }
        return split;
    }
}
