package org.daylight.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daylight.log.merkle.Hash;
import org.daylight.log.note.Bits;
import org.daylight.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerificationTest {
    private static final WrittenLog LOG = WrittenLog.of(66_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 512, 700, 65_536})
    void aLogThatNobodyTouchedIsClean(int size) {
        LogVerification verification = WrittenLog.of(size).verified(Optional.empty());

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.checkpoint())
                .hasValueSatisfying(checkpoint -> assertThat(checkpoint.size()).isEqualTo(size));
    }

    @ParameterizedTest
    @CsvSource({
        "tile/entries/000,        0,  'tile/entries/000: the length before one of its entries was altered, or its end is missing'",
        "tile/entries/000,        50, 'tile/entries/000, entry 1 (leaf 1): was altered: the signed tree holds the hash of another one'",
        "tile/entries/257.p/208,  50, 'tile/entries/257.p/208, entry 1 (leaf 65793): was altered: the signed tree holds the hash of another one'",
        "tile/0/003,              40, 'tile/0/003, hash 1 (leaf 769): was altered: it is not the hash of its entry'",
        "tile/1/000,              40, 'tile/1/000, hash 1: was altered: it is not the root of tile/0/001'",
        "tile/1/001.p/1,          0,  'tile/1/001.p/1, hash 0: was altered: it is not the root of tile/0/256'",
        "tile/2/000.p/1,          31, 'tile/2/000.p/1, hash 0: was altered: it is not the root of tile/1/000'"
    })
    void aBitChangedInAFileIsNamedByItsPlace(String path, int at, String finding) {
        WrittenLog altered = LOG.with(path, Bits.flipped(LOG.file(path), at * 8));

        assertThat(altered.findings()).extracting(Finding::toString).containsExactly(finding);
    }

    @Test
    void aFileThatIsMissingOrCutOffIsNamed() {
        assertThat(LOG.without("checkpoint").findings()).containsExactly(new Finding("checkpoint", "is missing"));
        assertThat(LOG.without("tile/1/000").findings()).containsExactly(new Finding("tile/1/000", "is missing"));
        assertThat(LOG.without("tile/entries/004").findings())
                .containsExactly(new Finding("tile/entries/004", "is missing"));
        assertThat(LOG.without("tile/0/004").without("tile/entries/004").findings())
                .containsExactly(
                        new Finding("tile/entries/004", "is missing"), new Finding("tile/0/004", "is missing"));
        assertThat(LOG.with("tile/0/004", Arrays.copyOf(LOG.file("tile/0/004"), 8191))
                        .findings())
                .containsExactly(new Finding("tile/0/004", "has 8191 bytes, not 8192"));
    }

    @Test
    void leavesAlteredTogetherWithTheirTileAreNamedByTheTile() {
        byte[] entry = WrittenLog.entry(-1);
        byte[] entries = LOG.file("tile/entries/002").clone();
        byte[] hashes = LOG.file("tile/0/002").clone();
        System.arraycopy(entry, 0, entries, 2, 32);
        System.arraycopy(Hash.leaf(entry).bytes(), 0, hashes, 0, 32);

        assertThat(LOG.with("tile/entries/002", entries)
                        .with("tile/0/002", hashes)
                        .findings())
                .extracting(Finding::where)
                .containsExactly("tile/1/000, hash 2", "checkpoint line 3");
    }

    @Test
    void aWholeLogWrittenAnewIsFoundByItsCheckpoint() {
        WrittenLog other = WrittenLog.of(300);
        byte[] signed = WrittenLog.of(299).file("checkpoint");

        assertThat(LOG.with("checkpoint", other.file("checkpoint")).findings())
                .as("it begins alike")
                .isEmpty();
        assertThat(WrittenLog.of(entries(299, 7)).with("checkpoint", signed).findings())
                .extracting(Finding::where)
                .containsExactly("checkpoint line 3");
    }

    @Test
    void noBitOfACheckpointMayChange() {
        WrittenLog log = WrittenLog.of(3);
        byte[] checkpoint = log.file("checkpoint");

        assertThat(IntStream.range(0, checkpoint.length * 8)).allSatisfy(bit -> assertThat(
                        log.with("checkpoint", Bits.flipped(checkpoint, bit)).findings())
                .singleElement()
                .extracting(Finding::where)
                .isEqualTo("checkpoint"));
    }

    @Test
    void anotherKeyDoesNotVouchForTheLog() {
        assertThat(LogVerification.of(
                                LOG, SigningKey.generate("log.example/town").verifier(), Optional.empty(), leaves -> {})
                        .findings())
                .singleElement()
                .asString()
                .contains("no signature by `log.example/town`");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 65_535, 65_536, 65_999, 66_000})
    void aLogHasGrownFromEachOfItsEarlierCheckpoints(int size) {
        LogVerification verification =
                LOG.verified(Optional.of(WrittenLog.of(size).file("checkpoint")));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.earlier()).isNotNull().satisfies(earlier -> assertThat(earlier.size())
                .isEqualTo(size));
    }

    @Test
    void aLogWithAnotherPastIsFoundOutThoughAllItSaysNowIsSigned() {
        byte[] earlier = WrittenLog.of(entries(500, 7)).file("checkpoint");

        assertThat(LOG.verified(Optional.of(earlier)).findings())
                .singleElement()
                .asString()
                .startsWith("earlier checkpoint: the first 500 leaves had the root")
                .endsWith("signed two histories");
    }

    @Test
    void aLogThatWasCutOffIsFoundOutThoughAllItSaysNowIsSigned() {
        assertThat(WrittenLog.of(10)
                        .verified(Optional.of(LOG.file("checkpoint")))
                        .findings())
                .singleElement()
                .asString()
                .contains("the log was cut off");
    }

    @Test
    void aPartialTileThatIsGoneIsReadFromTheFullOne() {
        WrittenLog later = LOG.with("checkpoint", WrittenLog.of(300).file("checkpoint"));

        assertThat(later.findings()).isEmpty();
    }

    private static List<byte[]> entries(int size, int altered) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(WrittenLog.entry(i == altered ? -1 : i));
        }
        return entries;
    }
}
