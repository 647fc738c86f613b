package org.daylight.log.merkle;

import java.util.List;

/** Where a stored tree's tiles are read. */
@FunctionalInterface
public interface Tiles {
    /** The tile's hashes, as many as it is wide. */
    List<Hash> read(Tile tile);
}
