package org.daylight.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.daylight.log.merkle.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    /** The known answer of C2SP signed-note. */
    private static final String VERIFIER = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SIGNED = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final SigningKey KEY = SigningKey.generate("log.example/town");
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/town", 3, Hash.leaf(new byte[] {1, 2, 3}));

    @Test
    void theKnownNoteIsSignedByTheKnownKey() {
        SignedNote note = SignedNote.parse(SIGNED);

        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.isSignedBy(VerifierKey.parse(VERIFIER))).isTrue();
        assertThat(note).hasToString(SIGNED);
        assertThat(VerifierKey.parse(VERIFIER)).hasToString(VERIFIER);
    }

    @Test
    void theKnownNoteWithOneLetterChangedIsNot() {
        SignedNote altered = SignedNote.parse(SIGNED.replace("example message", "example massage"));

        assertThatThrownBy(() -> altered.isSignedBy(VerifierKey.parse(VERIFIER)))
                .isInstanceOf(MalformedNoteException.class)
                .hasMessageContaining("example.com/foo");
    }

    @Test
    void aSigningKeyIsReadFromItsTextAndSignsAlike() {
        SigningKey again = SigningKey.parse(KEY.secret());

        assertThat(again.verifier()).isEqualTo(KEY.verifier());
        assertThat(again.sign("text\n")).isEqualTo(KEY.sign("text\n")).isEqualTo(again.sign("text\n"));
        assertThat(KEY).hasToString(KEY.verifier().toString());
    }

    /** The first test vector of RFC 8032, section 7.1, under a name. */
    @Test
    void thePublicKeyIsTheOneThatThePrivateKeyMakes() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(Ed25519.publicKey(key))
                .asHexString()
                .isEqualToIgnoringCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(Ed25519.sign(key, new byte[0]))
                .asHexString()
                .startsWithIgnoringCase("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void anAlteredVerifierKeyIsNone(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "line\nbreak", "tab\there", "no\u00a0break"})
    void aNameThatANoteCannotCarryIsRefused(String name) {
        assertThatThrownBy(() -> SigningKey.generate(name)).isInstanceOf(MalformedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "te\txt\n\n\u2014 name AAAAAAA=\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void signaturesByOthersAreIgnoredAndSixteenOfThemAreNotTooMany() {
        SigningKey other = SigningKey.generate("witness.example/one");
        String witness =
                SignedNote.of(CHECKPOINT.text(), other.verifier(), other.sign(CHECKPOINT.text())).signatures().stream()
                        .map(line -> "\u2014 " + line.name() + " " + line.signatureBase64() + "\n")
                        .findFirst()
                        .orElseThrow();

        SignedNote note = SignedNote.parse(CHECKPOINT.signed(KEY) + witness.repeat(15));

        assertThat(note.signatures()).hasSize(16);
        assertThat(Checkpoint.verified(note, KEY.verifier())).isEqualTo(CHECKPOINT);
        assertThat(Checkpoint.verified(SignedNote.parse(CHECKPOINT.signed(KEY).toString()), KEY.verifier()))
                .isEqualTo(CHECKPOINT);
        assertThat(note.isSignedBy(SigningKey.generate("nobody.example").verifier()))
                .isFalse();
    }

    @Test
    void aCheckpointIsThreeLines() {
        assertThat(CHECKPOINT.text())
                .isEqualTo("log.example/town\n3\n" + CHECKPOINT.root().base64() + "\n");
    }

    @Test
    void noBitOfACheckpointMayChange() {
        byte[] note = CHECKPOINT.signed(KEY).toString().getBytes(StandardCharsets.UTF_8);

        assertThat(IntStream.range(0, note.length * 8)).allSatisfy(bit -> {
            String altered = new String(Bits.flipped(note, bit), StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Checkpoint.verified(SignedNote.parse(altered), KEY.verifier()))
                    .isInstanceOf(MalformedNoteException.class);
        });
    }

    @Test
    void anotherLogsCheckpointIsRefusedEvenIfTheKeySignedIt() {
        Checkpoint foreign = new Checkpoint("other.example/town", 3, CHECKPOINT.root());
        SignedNote note = SignedNote.of(foreign.text(), KEY.verifier(), KEY.sign(foreign.text()));

        assertThatThrownBy(() -> Checkpoint.verified(note, KEY.verifier()))
                .hasMessageContaining("line 1")
                .hasMessageContaining("other.example/town");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "03", "", "three", "9999999999999999999", "1e3"})
    void aCheckpointsSizeIsADecimalNumber(String size) {
        String text = "log.example/town\n" + size + "\n" + CHECKPOINT.root().base64() + "\n";

        assertThatThrownBy(() -> Checkpoint.read(SignedNote.of(text, KEY.verifier(), KEY.sign(text))))
                .hasMessageContaining("line 2");
    }

    @Test
    void aProofIsReadFromItsTextAndLeadsToItsCheckpoint() {
        Hash leaf = Hash.leaf(new byte[] {7});
        Hash sibling = Hash.leaf(new byte[] {8});
        Checkpoint two = new Checkpoint("log.example/town", 2, Hash.node(sibling, leaf));
        InclusionProof proof = InclusionProof.of(new byte[] {1, 2, 3}, 1, List.of(sibling), two.signed(KEY));

        InclusionProof read = InclusionProof.parse(proof.toString());

        assertThat(proof.toString())
                .startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 1\n" + sibling.base64()
                        + "\n\nlog.example/town\n2\n");
        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(leaf, KEY.verifier())).isEqualTo(two);
        assertThatThrownBy(() -> read.verify(sibling, KEY.verifier())).hasMessageContaining("leaf 1");
    }

    @Test
    void noBitOfAProofMayChange() {
        Hash leaf = Hash.leaf(new byte[] {7});
        Hash sibling = Hash.leaf(new byte[] {8});
        Checkpoint two = new Checkpoint("log.example/town", 2, Hash.node(sibling, leaf));
        byte[] proof = new InclusionProof(null, 1, List.of(sibling), two.signed(KEY))
                .toString()
                .getBytes(StandardCharsets.UTF_8);

        assertThat(IntStream.range(0, proof.length * 8)).allSatisfy(bit -> {
            String altered = new String(Bits.flipped(proof, bit), StandardCharsets.UTF_8);
            assertThatThrownBy(() -> InclusionProof.parse(altered).verify(leaf, KEY.verifier()))
                    .isInstanceOf(MalformedNoteException.class);
        });
    }
}
