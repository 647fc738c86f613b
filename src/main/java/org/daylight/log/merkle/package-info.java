/**
 * The tree of a tiled log and nothing else: RFC 6962 hashing, proofs of inclusion and of consistency, and the tiles of C2SP
 * tlog-tiles. Pure functions; uses nothing else of Daylight.
 */
@NullMarked
package org.daylight.log.merkle;

import org.jspecify.annotations.NullMarked;
