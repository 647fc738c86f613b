package org.daylight.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProofProperties {
    private static final int LARGEST = 66_000;
    private static final Growing TREE = new Growing();

    static {
        for (int i = 0; i < LARGEST; i++) {
            TREE.append(Hash.leaf(ByteBuffer.allocate(4).putInt(i).array()));
        }
    }

    /** Two numbers, the first below the second or equal to it. */
    record Pair(int first, int second) {}

    /** Every size counts, those around full tiles most. */
    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20),
                Arbitraries.integers().between(250, 262),
                Arbitraries.integers().between(510, 514),
                Arbitraries.integers().between(65_530, LARGEST),
                Arbitraries.integers().between(1, LARGEST));
    }

    @Provide
    Arbitrary<Pair> leavesOfTrees() {
        return sizes().flatMap(size -> Arbitraries.integers()
                .between(0, size - 1)
                .edgeCases(edges -> edges.add(size - 1))
                .map(index -> new Pair(index, size)));
    }

    @Provide
    Arbitrary<Pair> growths() {
        return Combinators.combine(sizes(), sizes())
                .as((integer, other) -> new Pair(Math.min(integer, other), Math.max(integer, other)));
    }

    @Property(tries = 60)
    void theRootFromTilesIsTheRootOfTheLeaves(@ForAll("sizes") int size) {
        assertThat(TREE.at(size).root()).isEqualTo(Growing.naive(TREE.leaves.subList(0, size)));
        assertThat(Frontier.of(TREE.at(size)).root()).isEqualTo(TREE.at(size).root());
    }

    @Property(tries = 60)
    void aProofFromTilesIsTheOneThatTheRfcMakesFromTheLeaves(@ForAll("leavesOfTrees") Pair leaf) {
        List<Hash> leaves = TREE.leaves.subList(0, leaf.second);

        assertThat(TREE.at(leaf.second).inclusionProof(leaf.first)).isEqualTo(Growing.naivePath(leaf.first, leaves));
        assertThat(TREE.at(leaf.second).consistencyProof(leaf.first + 1))
                .isEqualTo(Growing.naiveProof(leaf.first + 1, leaves, true));
    }

    @Property
    void everyLeafIsProvedAndNoBitOfTheProofMayChange(@ForAll("leavesOfTrees") Pair chosen, @ForAll int bit) {
        TiledTree tree = TREE.at(chosen.second);
        Hash leaf = TREE.leaves.get(chosen.first);
        List<Hash> proof = tree.inclusionProof(chosen.first);
        Hash root = tree.root();

        assertThat(Proofs.includes(leaf, chosen.first, chosen.second, proof, root))
                .isTrue();
        assertThat(Proofs.includes(flipped(leaf, bit), chosen.first, chosen.second, proof, root))
                .isFalse();
        assertThat(Proofs.includes(leaf, chosen.first, chosen.second, proof, flipped(root, bit)))
                .isFalse();
        for (int i = 0; i < proof.size(); i++) {
            assertThat(Proofs.includes(leaf, chosen.first, chosen.second, flipped(proof, i, bit), root))
                    .isFalse();
        }
        if (chosen.second > 1) {
            int another = (chosen.first + 1) % chosen.second;
            assertThat(Proofs.includes(leaf, another, chosen.second, proof, root))
                    .isFalse();
            assertThat(Proofs.includes(leaf, chosen.first, chosen.second, proof.subList(1, proof.size()), root))
                    .isFalse();
        }
    }

    @Property
    void everyGrowthIsProvedAndNoBitOfTheProofMayChange(@ForAll("growths") Pair growth, @ForAll int bit) {
        Hash earlier = TREE.at(growth.first).root();
        TiledTree later = TREE.at(growth.second);
        List<Hash> proof = later.consistencyProof(growth.first);

        assertThat(Proofs.consistent(growth.first, earlier, growth.second, later.root(), proof))
                .isTrue();
        assertThat(Proofs.consistent(growth.first, flipped(earlier, bit), growth.second, later.root(), proof))
                .isFalse();
        assertThat(Proofs.consistent(growth.first, earlier, growth.second, flipped(later.root(), bit), proof))
                .isFalse();
        for (int i = 0; i < proof.size(); i++) {
            assertThat(Proofs.consistent(growth.first, earlier, growth.second, later.root(), flipped(proof, i, bit)))
                    .isFalse();
        }
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(earlier);
        assertThat(Proofs.consistent(growth.first, earlier, growth.second, later.root(), longer))
                .isFalse();
    }

    @Property
    void aFrontierTakenUpFromTilesGrowsAsTheOneThatWasNeverPutDown(@ForAll("growths") Pair growth) {
        int end = Math.min(growth.second, growth.first + 600);
        Frontier frontier = Frontier.of(TREE.at(growth.first));
        for (int i = growth.first; i < end; i++) {
            frontier.append(TREE.leaves.get(i), (level, position, hash) -> assertThat(
                            TREE.read(new Tile(level, position / Tile.FULL, (int) (position % Tile.FULL) + 1)))
                    .endsWith(hash));
        }

        assertThat(frontier.size()).isEqualTo(end);
        assertThat(frontier.root()).isEqualTo(TREE.at(end).root());
    }

    private static List<Hash> flipped(List<Hash> proof, int at, int bit) {
        List<Hash> altered = new ArrayList<>(proof);
        altered.set(at, flipped(proof.get(at), bit));
        return altered;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        int at = Math.floorMod(bit, bytes.length * 8);
        bytes[at / 8] ^= (byte) (1 << at % 8);
        return Hash.of(bytes);
    }
}
