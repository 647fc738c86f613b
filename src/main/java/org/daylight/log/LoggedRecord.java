package org.daylight.log;

import org.daylight.log.merkle.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A stored record, as it ought to be found in the log.
 *
 * @param name what it is called when something is wrong with it, such as {@code decision 0198…}
 * @param log the number of the log it is in
 * @param leaf the index of its leaf
 * @param hash the leaf's hash, recomputed from record and salt; null when they cannot be read any more
 * @param unreadable why they cannot, though nobody erased them
 */
public record LoggedRecord(
        String name,
        long log,
        long leaf,
        @Nullable Hash hash,
        @Nullable String unreadable) {

    public static LoggedRecord of(String name, long log, long leaf, byte[] salt, byte[] record) {
        return new LoggedRecord(name, log, leaf, Hash.leaf(Leaf.of(salt, record)), null);
    }

    /** Its key was destroyed: the leaf stays, and nobody can tell any more what it was made from. */
    public static LoggedRecord erased(String name, long log, long leaf) {
        return new LoggedRecord(name, log, leaf, null, null);
    }

    /** What is stored does not open. */
    public static LoggedRecord unreadable(String name, long log, long leaf, String why) {
        return new LoggedRecord(name, log, leaf, null, why);
    }
}
