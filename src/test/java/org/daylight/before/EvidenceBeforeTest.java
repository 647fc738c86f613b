package org.daylight.before;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.daylight.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was handed out before, held against the log's key of then. */
class EvidenceBeforeTest {
    private static final String KEY = Kept.EVIDENCE.resolve("log-key.json").toString();

    static List<Path> receipts() throws IOException {
        try (Stream<Path> files = Files.list(Kept.EVIDENCE.resolve("receipts"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aReceiptOfBeforeStillHolds(Path receipt) {
        Ran verified = Ran.of("verify", "receipt", receipt.toString(), "--key", KEY);

        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).startsWith("decision ").contains("logged as leaf");
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aReceiptOfBeforeThatWasAlteredIsRefused(Path receipt, @TempDir Path directory) {
        // given
        Path altered = directory.resolve("receipt.json");
        Kept.write(
                altered,
                Kept.text(receipt).replace("\\\"recordedBy\\\":\\\"service\\\"", "\\\"recordedBy\\\":\\\"servicE\\\""));
        // when
        Ran verified = Ran.of("verify", "receipt", altered.toString(), "--key", KEY);
        // then
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).contains("was altered");
    }

    @Test
    void theLogOfBeforeIsStillAsItWasSignedAndHasGrownFromItsEarlierCheckpoint() {
        Ran verified = Ran.of(
                "verify",
                "log",
                Kept.EVIDENCE.resolve("log").toString(),
                "--key",
                KEY,
                "--since",
                Kept.EVIDENCE.resolve("earlier-checkpoint").toString());

        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("all as signed").contains("grown from the earlier checkpoint over");
    }
}
