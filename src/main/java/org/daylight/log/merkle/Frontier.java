package org.daylight.log.merkle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of a growing tree: the roots of the full subtrees that its leaves fall into, one for each one bit of the size. It
 * suffices to append leaves and to compute the root.
 */
public final class Frontier {
    private static final int HEIGHTS = 63;

    private final @Nullable Hash[] full;
    private long size;

    private Frontier(@Nullable Hash[] full, long size) {
        this.full = full;
        this.size = size;
    }

    /** Told of each hash that a full tile gives to the level above. */
    @FunctionalInterface
    public interface FullTiles {
        /**
         * A tile became full.
         *
         * @param level of tiles the hash belongs to, 1 or more
         * @param position of the hash in that level
         */
        void full(int level, long position, Hash hash);
    }

    public static Frontier empty() {
        return new Frontier(new @Nullable Hash[HEIGHTS], 0);
    }

    /** The frontier of a tree that is stored. */
    public static Frontier of(TiledTree tree) {
        Frontier frontier = empty();
        frontier.size = tree.size();
        long begin = 0;
        for (int height = HEIGHTS - 1; height >= 0; height--) {
            if ((tree.size() >> height & 1) == 1) {
                long end = begin + (1L << height);
                frontier.full[height] = tree.hash(begin, end);
                begin = end;
            }
        }
        return frontier;
    }

    public Frontier copy() {
        return new Frontier(full.clone(), size);
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf, FullTiles tiles) {
        Hash hash = leaf;
        int height = 0;
        while ((size >> height & 1) == 1) {
            hash = Hash.node(Objects.requireNonNull(full[height]), hash);
            full[height] = null;
            height++;
            if (height % Tile.HEIGHT == 0) {
                tiles.full(height / Tile.HEIGHT, size >> height, hash);
            }
        }
        full[height] = hash;
        size++;
    }

    public Hash root() {
        Hash root = null;
        for (Hash subtree : full) {
            if (subtree != null) {
                root = root == null ? subtree : Hash.node(subtree, root);
            }
        }
        return root == null ? Hash.OF_NOTHING : root;
    }
}
