package org.daylight.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.daylight.fixture.Stores;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;
import org.daylight.store.RecordDamagedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class VaultTest {
    private static final RecordAddress PLACE = RecordAddress.of("statement", "ada", "library", "1");
    private static final byte[] SECRET = "what only Ada's key opens".getBytes(StandardCharsets.UTF_8);
    /** More than are wrapped anew in one step. */
    private static final int CITIZENS = 1201;

    private final Database database;
    private final GroupWriter writer;
    private final KeyFile file;
    private final MasterKeySource source;

    VaultTest(Stores store, @TempDir Path directory) {
        database = Database.open(store.url(directory));
        writer = new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT);
        file = new KeyFile(directory.resolve("keys").resolve("master.key"));
        source = new MasterKeySource(Optional.empty(), file);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void theFirstStartMakesAKeyForItsOwnersEyesOnly() throws IOException {
        Vault.open(database, writer, source);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file.path()).strip()))
                .hasSize(32);
    }

    @Test
    void aStoreOpenedAgainOpensWhatWasSealed() {
        byte[] sealed = seal(Vault.open(database, writer, source), "ada");

        assertThat(open(Vault.open(database, source), "ada", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("only Ada");
    }

    @Test
    void aMissingMasterKeyIsNotMadeAnew() throws IOException {
        Vault.open(database, writer, source);
        Files.delete(file.path());

        assertThatThrownBy(() -> Vault.open(database, writer, source))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("master key is missing")
                .hasMessageContaining("DAYLIGHT_MASTER_KEY")
                .hasMessageContaining(file.path().toString());
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aWrongMasterKeyIsRefused() {
        Vault.open(database, writer, source);
        MasterKeySource wrong =
                new MasterKeySource(Optional.of(MasterKey.generate().base64()), file);

        assertThatThrownBy(() -> Vault.open(database, writer, wrong))
                .isInstanceOf(VaultException.class)
                .hasMessage("the master key in DAYLIGHT_MASTER_KEY is not the one that this store was sealed with");
    }

    @Test
    void aMasterKeyThatIsNoneIsRefusedWithoutShowingIt() {
        for (String broken : new String[] {"c2hvcnQ=", "secret!?", ""}) {
            MasterKeySource malformed = new MasterKeySource(Optional.of(broken), file);

            assertThatThrownBy(() -> Vault.open(database, writer, malformed))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("base64 of 32 bytes")
                    .satisfies(failure -> assertThat(broken.isEmpty()
                                    || !String.valueOf(failure.getMessage()).contains(broken))
                            .isTrue());
        }
    }

    @Test
    void eachCitizenHasAKeyOfTheirOwnAndAValueOpensOnlyInItsPlace() {
        Vault vault = Vault.open(database, writer, source);
        byte[] sealed = seal(vault, "ada");
        seal(vault, "ben");

        assertThatThrownBy(() -> open(vault, "ben", sealed)).isInstanceOf(RecordDamagedException.class);
        assertThatThrownBy(() -> database.reading().withHandle(handle -> vault.keys(handle)
                        .opening("ada", 1)
                        .orElseThrow()
                        .open(sealed, RecordAddress.of("statement", "ada", "library", "2"))))
                .isInstanceOf(RecordDamagedException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void aValueIsFoundByWhatStandsForItAndCannotBeReadFromIt() {
        Vault vault = Vault.open(database, writer, source);

        assertThat(vault.blind(RecordAddress.of("key", "a", "bc")))
                .isEqualTo(vault.blind(RecordAddress.of("key", "a", "bc")));
        assertThat(vault.blind(RecordAddress.of("key", "a", "bc")))
                .isNotEqualTo(vault.blind(RecordAddress.of("key", "ab", "c")));
    }

    @Test
    void aChangedMasterKeyOpensWhatTheOldOneSealed() {
        // given
        Vault before = Vault.open(database, writer, source);
        byte[] sealed = seal(before, "ada");
        byte[] stands = before.blind(PLACE);
        MasterKey next = MasterKey.generate();
        // when
        rotation(source.key(), next).run(done -> {});
        // then
        assertThatThrownBy(() -> Vault.open(database, source)).hasMessageContaining("not the one");
        Vault after = Vault.open(database, new MasterKeySource(Optional.of(next.base64()), file));
        assertThat(open(after, "ada", sealed)).isEqualTo(SECRET);
        assertThat(after.blind(PLACE)).isEqualTo(stands);
        // and
        assertThatThrownBy(() -> seal(before, "ben")).hasMessageContaining("master key was changed");
        rotation(source.key(), next).run(done -> {
            throw new AssertionError("it was done already");
        });
    }

    @Test
    void aChangeBrokenOffHalfWayIsTakenUpAgain() {
        // given
        Vault vault = Vault.open(database, writer, source);
        byte[] sealed = seal(vault, "ada");
        for (int citizen = 1; citizen < CITIZENS; citizen++) {
            seal(vault, "citizen-" + citizen);
        }
        MasterKey next = MasterKey.generate();
        // when
        assertThatThrownBy(() -> rotation(source.key(), next).run(done -> {
                    throw new IllegalStateException("the power goes after " + done);
                }))
                .hasMessageContaining("the power goes after 500");
        // then
        assertThat(rotation(source.key(), next).remaining()).isEqualTo(CITIZENS - 500);
        for (MasterKeySource either :
                new MasterKeySource[] {source, new MasterKeySource(Optional.of(next.base64()), file)}) {
            assertThatThrownBy(() -> Vault.open(database, either)).hasMessageContaining("rotate-key");
        }
        assertThatThrownBy(() -> rotation(source.key(), MasterKey.generate()).run(done -> {}))
                .hasMessageContaining("give that key as the new one");
        assertThatThrownBy(() -> rotation(MasterKey.generate(), next).run(done -> {}))
                .hasMessageContaining("the current master key is not the one");
        // and
        rotation(source.key(), next).run(done -> {});
        Vault after = Vault.open(database, new MasterKeySource(Optional.of(next.base64()), file));
        assertThat(open(after, "ada", sealed)).isEqualTo(SECRET);
        database.reading().useHandle(handle -> {
            for (int citizen = 1; citizen < CITIZENS; citizen++) {
                assertThat(after.keys(handle).opening("citizen-" + citizen, 1)).isPresent();
            }
        });
    }

    private KeyRotation rotation(MasterKey current, MasterKey next) {
        return new KeyRotation(database, writer, current, next);
    }

    private byte[] seal(Vault vault, String citizen) {
        return writer.write((handle, recordedAt) ->
                vault.keys(handle).sealing(citizen, recordedAt).seal(SECRET, PLACE));
    }

    private byte[] open(Vault vault, String citizen, byte[] sealed) {
        return database.reading()
                .withHandle(handle ->
                        vault.keys(handle).opening(citizen, 1).orElseThrow().open(sealed, PLACE));
    }
}
