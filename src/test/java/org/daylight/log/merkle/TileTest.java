package org.daylight.log.merkle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 67, 256, tile/0/067",
        "1, 1234067, 256, tile/1/x001/x234/067",
        "2, 999, 1, tile/2/999.p/1",
        "0, 1000, 255, tile/0/x001/000.p/255",
        "63, 273, 112, tile/63/273.p/112"
    })
    void aTileHasOnePathAndIsReadFromIt(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(level, path.substring(path.indexOf('/', 5) + 1))).contains(tile);
    }

    @Test
    void entriesLieBesideLevelZero() {
        assertThat(new Tile(0, 1_234_067, 3).entriesPath()).isEqualTo("tile/entries/x001/x234/067.p/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "0000",
                "x000",
                "x000/001",
                "001/002",
                "x001/x002",
                "000.p/0",
                "000.p/256",
                "000.p/01",
                "000.p/",
                "000.p/-1",
                "000.p/9999",
                "000/",
                "/000",
                "a00",
                "x999/x999/x999/x999/x999/x999/999",
                "000.p/1/",
                "000\n"
            })
    void anyOtherPathIsNone(String path) {
        assertThat(Tile.parse(0, path)).isEmpty();
    }

    @Test
    void aTreeOf70000HasTheTilesTheSpecificationCounts() {
        List<Tile> tiles = Tile.of(70_000);

        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.isFull()))
                .hasSize(273);
        assertThat(tiles.stream().filter(tile -> tile.level() == 1 && tile.isFull()))
                .hasSize(1);
        assertThat(tiles.stream().filter(tile -> !tile.isFull()))
                .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
    }

    @Test
    void aTreeOf256HasOneFullTileAndOneAboveItOfWidthOne() {
        assertThat(Tile.of(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.of(0)).isEmpty();
    }

    @Test
    void aTileIsThereOnceTheTreeHasAllItsHashes() {
        assertThat(new Tile(0, 0, 3).isWithin(2)).isFalse();
        assertThat(new Tile(0, 0, 3).isWithin(3)).isTrue();
        assertThat(new Tile(1, 0, 1).isWithin(255)).isFalse();
        assertThat(new Tile(1, 0, 1).isWithin(256)).isTrue();
        assertThat(new Tile(63, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void entriesAreReadAsTheyWereWritten() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1}, new byte[300], "entry".getBytes(US_ASCII));

        byte[] bundle = EntryBundle.encode(entries);

        assertThat(bundle).hasSize(4 * 2 + 306).startsWith(0, 0, 0, 1, 1, 1, 44);
        assertThat(EntryBundle.decode(bundle)).containsExactlyElementsOf(entries);
        assertThat(EntryBundle.decode(new byte[0])).isEmpty();
    }

    @Test
    void anEntryThatIsCutOffIsRefused() {
        assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0, 1, 7, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1");
        assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0, 2, 7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 0");
    }
}
