package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.daylight.log.Log;
import org.daylight.log.note.Bits;
import org.daylight.log.note.SigningKey;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {
    private static final SigningKey KEY = SigningKey.generate("log.example/town");
    private static final String VERIFIER = KEY.verifier().toString();

    @TempDir
    Path directory;

    private String data = "";
    private Path exported = Path.of("");

    @BeforeEach
    void aLogOf300() {
        data = directory.resolve("data").toString();
        exported = directory.resolve("exported");
        append(300);
    }

    private void append(int count) {
        Log log = new Log(KEY);
        try (Database database = Database.open("jdbc:sqlite:" + Path.of(data).resolve("daylight.db"));
                GroupWriter writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT, log)) {
            writer.write((handle, at) -> IntStream.range(0, count)
                    .mapToLong(i -> log.append(handle, new byte[] {(byte) i}))
                    .sum());
        }
    }

    private void export() {
        Ran ran = Ran.of("log", "export", exported.toString(), "--data", data);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private Ran verify(String... more) {
        String[] arguments = {"verify", "log", exported.toString(), "--key", VERIFIER};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Ran.of(all);
    }

    @Test
    void anExportedLogIsVerifiedFromItsFolder() {
        export();

        Ran ran = verify();

        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).startsWith("`log.example/town`: 300 records logged, all as signed");
    }

    @Test
    void theKeyMayBeInAFileAsTextOrAsTheServiceAnswersIt() throws IOException {
        export();
        Path text = Files.writeString(directory.resolve("key"), VERIFIER + "\n");
        Path answer = Files.writeString(
                directory.resolve("key.json"),
                "{\"origin\":\"log.example/town\",\"key\":\"" + VERIFIER + "\",\"size\":1}");

        for (Path file : List.of(text, answer)) {
            assertThat(Ran.of("verify", "log", exported.toString(), "--key", file.toString())
                            .code())
                    .isZero();
        }
    }

    @Test
    void anAlteredByteIsNamedAndTheExitCodeSaysSo() throws IOException {
        export();
        Path entries = exported.resolve("tile/entries/000");
        Files.write(entries, Bits.flipped(Files.readAllBytes(entries), 8 * 5));

        Ran ran = verify();

        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out()).startsWith("tile/entries/000, entry 1 (leaf 1): was altered");
    }

    @Test
    void aLogHasGrownFromTheCheckpointThatWasSaved() {
        export();
        String saved = directory.resolve("yesterday").toString();
        assertThat(verify("--save", saved).code()).isZero();
        append(5);
        export();

        Ran ran = verify("--since", saved);

        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("305 records logged")
                .contains("grown from the earlier checkpoint over 300 records");
    }

    @Test
    void aLogThatBeganAnewIsFoundByTheCheckpointThatWasSaved() {
        export();
        String saved = directory.resolve("yesterday").toString();
        assertThat(verify("--save", saved).code()).isZero();
        data = directory.resolve("other").toString();
        exported = directory.resolve("other-exported");
        append(7);
        export();

        Ran ran = verify("--since", saved);

        assertThat(ran.code()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out()).contains("earlier checkpoint: it was over 300 leaves, and now there are 7");
    }

    @Test
    void whatCannotBeReadIsWrongUsageAndSaysNothingAboutTheLog() {
        assertThat(Ran.of("verify", "log", "no-such-folder", "--key", VERIFIER)).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ran.err()).contains("no folder `no-such-folder`");
        });
        assertThat(Ran.of("verify", "log", "http://localhost:1/log", "--key", VERIFIER))
                .satisfies(ran -> {
                    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(ran.err()).contains("cannot read `http://localhost:1/log/checkpoint`");
                });
        assertThat(Ran.of("verify", "log", data, "--key", "nonsense").err())
                .contains("`nonsense` is neither a verifier key nor a file with one");
        assertThat(Ran.of("verify", "log", exported.toString()).code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("log", "export", exported.toString(), "--data", "no-such-folder")
                        .err())
                .contains("there is no database");
    }
}
