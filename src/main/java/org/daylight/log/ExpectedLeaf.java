package org.daylight.log;

import org.daylight.log.merkle.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The leaf that a stored record ought to have in the log.
 *
 * @param name of the record, for a finding about it, such as {@code decision 0198…}
 * @param log the number of the log it is in
 * @param leaf the leaf's index
 * @param hash the leaf's hash, recomputed from record and salt; null when they cannot be read any more
 * @param altered what is wrong with the record, when that can be told without its hash
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

    /** The leaf of a record whose key was destroyed: it stays, and nobody can tell any more what it was made from. */
    public static ExpectedLeaf erased(String name, long log, long leaf) {
        return new ExpectedLeaf(name, log, leaf, null, null);
    }

    /** The leaf of a record that does not decrypt, though its key is there. */
    public static ExpectedLeaf unreadable(String name, long log, long leaf, String why) {
        return altered(name, log, leaf, "it cannot be read any more (" + why + ")");
    }

    /** The leaf of a record beside which something is stored that does not fit it. */
    public static ExpectedLeaf altered(String name, long log, long leaf, String what) {
        return new ExpectedLeaf(name, log, leaf, null, what);
    }
}
