package org.daylight.log.merkle;

import java.util.List;

/** Checks proofs of inclusion and of consistency, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. */
public final class Proofs {
    private Proofs() {}

    /** Whether the proof shows the leaf at this index of the tree with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the later tree begins with all of the earlier one. */
    public static boolean consistent(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> proof) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        if (earlier == 0) {
            return proof.isEmpty() && earlierRoot.equals(Hash.OF_NOTHING);
        }
        // A full earlier tree is a node of the later one, and the proof leaves its root out.
        boolean full = Long.bitCount(earlier) == 1;
        if (!full && proof.isEmpty()) {
            return false;
        }
        return full
                ? joins(earlier, earlierRoot, later, laterRoot, earlierRoot, proof)
                : joins(earlier, earlierRoot, later, laterRoot, proof.get(0), proof.subList(1, proof.size()));
    }

    private static boolean joins(
            long earlier, Hash earlierRoot, long later, Hash laterRoot, Hash first, List<Hash> proof) {
        int skipped = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >> skipped;
        long last = (later - 1) >> skipped;
        Hash earlierHash = first;
        Hash laterHash = first;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlierHash = Hash.node(sibling, earlierHash);
                laterHash = Hash.node(sibling, laterHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                laterHash = Hash.node(laterHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlierHash.equals(earlierRoot) && laterHash.equals(laterRoot);
    }
}
