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
 * @param altered what is wrong with it, when that can be told without its hash
 */
public record ExpectedLeaf(
        String name,
        long log,
        long leaf,
        @Nullable Hash hash,
        @Nullable String altered) {

    public static ExpectedLeaf of(String name, long log, long leaf, byte[] salt, byte[] record) {
        return salt.length == Leaf.SALT_BYTES
                ? new ExpectedLeaf(name, log, leaf, Hash.leaf(Leaf.of(salt, record)), null)
                : altered(name, log, leaf, "its salt has " + salt.length + " bytes");
    }

    /** Its key was destroyed: the leaf stays, and nobody can tell any more what it was made from. */
    public static ExpectedLeaf erased(String name, long log, long leaf) {
        return new ExpectedLeaf(name, log, leaf, null, null);
    }

    /** What is stored does not open. */
    public static ExpectedLeaf unreadable(String name, long log, long leaf, String why) {
        return altered(name, log, leaf, "it cannot be read any more (" + why + ")");
    }

    /** What is stored beside the record does not fit it. */
    public static ExpectedLeaf altered(String name, long log, long leaf, String what) {
        return new ExpectedLeaf(name, log, leaf, null, what);
    }
}
