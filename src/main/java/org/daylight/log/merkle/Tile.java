package org.daylight.log.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinates of a tile: of up to 256 hashes that lie side by side in one of the tree's levels. Level 0 holds the leaf hashes;
 * each hash of a level above is the root of a full tile below. (C2SP tlog-tiles)
 *
 * @param level 0 to 63
 * @param index of the tile in its level
 * @param width hashes in it, 1 to 256; fewer than 256 is a partial tile
 */
public record Tile(int level, long index, int width) {
    public static final int HEIGHT = 8;
    public static final int FULL = 1 << HEIGHT;
    public static final int LEVEL_MAX = 63;

    private static final Pattern INDEX = Pattern.compile("((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int INDEX_DIGITS_MAX = 15;

    public Tile {
        if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /**
     * Reads the part of a tile's path behind the level, such as {@code x001/x234/067} or {@code 003.p/17}.
     *
     * @return empty when it is not the one way to write a tile's index and width
     */
    public static Optional<Tile> parse(int level, String path) {
        Matcher parts = INDEX.matcher(path);
        if (level < 0 || level > LEVEL_MAX || !parts.matches()) {
            return Optional.empty();
        }
        String digits = parts.group(1).replace("x", "").replace("/", "") + parts.group(2);
        if (digits.length() > INDEX_DIGITS_MAX || (digits.length() > 3 && digits.startsWith("000"))) {
            return Optional.empty();
        }
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (parts.group(3) != null && width >= FULL) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, Long.parseLong(digits), width));
    }

    /** Every tile of a tree of this size, level by level, each as wide as it is at that size. */
    public static List<Tile> of(long size) {
        List<Tile> tiles = new ArrayList<>();
        int level = 0;
        for (long hashes = size; hashes > 0; hashes >>= HEIGHT) {
            for (long index = 0; index * FULL < hashes; index++) {
                tiles.add(at(size, level, index));
            }
            level++;
        }
        return tiles;
    }

    /** The tile at this place of a tree of this size, as wide as it is at that size. */
    public static Tile at(long size, int level, long index) {
        return new Tile(level, index, (int) Math.min(FULL, (size >> (level * HEIGHT)) - index * FULL));
    }

    /** Position in the level of the first hash. */
    public long begin() {
        return index * FULL;
    }

    /** Position in the level after the last hash. */
    public long end() {
        return begin() + width;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** Whether a tree of this size has all the hashes of this tile. */
    public boolean isWithin(long size) {
        int height = level * HEIGHT;
        return height < Long.SIZE && end() <= size >> height;
    }

    /** The path of the tile's hashes, such as {@code tile/0/x001/x234/067} or {@code tile/1/000.p/17}. */
    public String path() {
        return "tile/" + level + "/" + indexPath();
    }

    /** The path of a level 0 tile's entries, such as {@code tile/entries/x001/x234/067}. */
    public String entriesPath() {
        return "tile/entries/" + indexPath();
    }

    private String indexPath() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return isFull() ? path.toString() : path + ".p/" + width;
    }
}
