package org.daylight.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The test vectors that implementations of RFC 6962 share. */
class KnownTreesTest {
    static final List<byte[]> ENTRIES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void treesOfZeroToEightLeavesHaveTheKnownRoots() {
        for (int size = 0; size < ROOTS.size(); size++) {
            Growing tree = Growing.of(ENTRIES.subList(0, size));

            assertThat(tree.frontier.root()).asString().isEqualTo(ROOTS.get(size));
            assertThat(tree.at(size).root()).asString().isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void theExamplesOfTheRfcHaveTheProofsItGives() {
        // RFC 6962, section 2.1.3: a tree of seven leaves; a = leaf 0, ..., j = leaf 6; names as there.
        List<Hash> leaf = ENTRIES.subList(0, 7).stream().map(Hash::leaf).toList();
        Hash g = Hash.node(leaf.get(0), leaf.get(1));
        Hash h = Hash.node(leaf.get(2), leaf.get(3));
        Hash i = Hash.node(leaf.get(4), leaf.get(5));
        Hash k = Hash.node(g, h);
        Hash l = Hash.node(i, leaf.get(6));
        TiledTree tree = Growing.of(ENTRIES.subList(0, 7)).at(7);

        assertThat(tree.inclusionProof(0)).containsExactly(leaf.get(1), h, l);
        assertThat(tree.inclusionProof(3)).containsExactly(leaf.get(2), g, l);
        assertThat(tree.inclusionProof(4)).containsExactly(leaf.get(5), leaf.get(6), k);
        assertThat(tree.inclusionProof(6)).containsExactly(i, k);
        assertThat(tree.consistencyProof(3)).containsExactly(leaf.get(2), leaf.get(3), g, l);
        assertThat(tree.consistencyProof(4)).containsExactly(l);
        assertThat(tree.consistencyProof(6)).containsExactly(i, leaf.get(6), k);
    }

    @Test
    void theProofsOfTheKnownTreesHold() {
        TiledTree tree = Growing.of(ENTRIES).at(8);
        List<Hash> roots = ROOTS.stream()
                .map(root -> Hash.of(HexFormat.of().parseHex(root)))
                .toList();

        assertThat(IntStream.range(0, 8))
                .allMatch(index -> Proofs.includes(
                        Hash.leaf(ENTRIES.get(index)), index, 8, tree.inclusionProof(index), roots.get(8)));
        assertThat(IntStream.rangeClosed(0, 8))
                .allMatch(
                        size -> Proofs.consistent(size, roots.get(size), 8, roots.get(8), tree.consistencyProof(size)));
    }
}
