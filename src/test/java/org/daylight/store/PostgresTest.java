package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.daylight.fixture.PostgresServer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PostgresTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void anEmptyDatabaseGetsItsTables() {
        try (Database database = Database.open(PostgresServer.empty())) {
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void everyCommitIsSyncedWhateverTheServersDefault() {
        try (Database database = Database.open(PostgresServer.migrated());
                Handle connection = database.openForWriting()) {
            assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(connection, "transaction_isolation")).isEqualTo("read committed");
        }
    }

    @Test
    void aServerThatDoesNotSyncIsRefused() throws Exception {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start()) {
            assertThatThrownBy(() -> Database.open(careless.getJdbcUrl("postgres", "postgres")))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("`fsync` is off");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedAndThePasswordIsNot() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://localhost:1/daylight?password=secret"))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("`jdbc:postgresql://localhost:1/daylight`")
                .hasMessageNotContaining("secret");
        assertThat(new Login("daylight", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql:// nowhere"))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("cannot use");
    }

    @Test
    void aRowCannotBeTruncatedAway() {
        try (Database database = Database.open(PostgresServer.migrated());
                Handle handle = database.openForWriting()) {
            assertThatThrownBy(() -> handle.execute("TRUNCATE decision")).hasMessageContaining("append-only");
            assertThatThrownBy(() -> handle.execute("TRUNCATE revision CASCADE"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void twoWritersTakeTurnsAndShareOneTime() throws Exception {
        String url = PostgresServer.migrated();
        try (Database database = Database.open(url);
                Database two = Database.open(url);
                GroupWriter fast = new GroupWriter(database, new TickingClock(NOON), GroupWriter.Capacity.DEFAULT);
                GroupWriter slow = new GroupWriter(
                        two, new TickingClock(NOON.minus(Duration.ofDays(1))), GroupWriter.Capacity.DEFAULT)) {
            Instant first = fast.write((handle, at) -> at);
            CompletableFuture<Instant> second = CompletableFuture.supplyAsync(() -> slow.write((handle, at) -> at));

            assertThat(second.get()).as("later than what the other recorded").isEqualTo(first.plusNanos(1_000));
        }
    }

    @Test
    void aConnectionLostWhileNobodyWritesIsReplacedUnnoticed() {
        try (Database database = Database.open(PostgresServer.migrated());
                GroupWriter writer = writer(database)) {
            writer.write((handle, at) -> keep(handle, "before"));

            terminateOthers(database);
            writer.write((handle, at) -> keep(handle, "after"));

            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void aConnectionLostInAGroupFailsItAndTheNextIsKept() {
        try (Database database = Database.open(PostgresServer.migrated());
                GroupWriter writer = writer(database)) {
            assertThatThrownBy(() -> writer.write((handle, at) -> {
                        keep(handle, "half");
                        terminateOthers(database);
                        return keep(handle, "other half");
                    }))
                    .isInstanceOfSatisfying(StoreFailureException.class, failure -> assertThat(failure.maybeKept())
                            .isFalse());
            assertThat(count(database)).isZero();

            writer.write((handle, at) -> keep(handle, "next"));
            assertThat(count(database)).isOne();
        }
    }

    @Test
    void aCommitWhoseAnswerWasLostIsKnownToBeKept() throws Exception {
        try (LossyWire wire = new LossyWire(PostgresServer.migrated());
                Database database = Database.open(wire.url());
                GroupWriter writer = writer(database)) {
            wire.loseNext(LossyWire.Loss.ANSWER_OF_COMMIT);

            assertThat(writer.<Integer>write((handle, at) -> keep(handle, "kept")))
                    .isOne();

            assertThat(wire.hasLost()).isTrue();
            assertThat(count(database)).isOne();
        }
    }

    @Test
    void aCommitThatNeverArrivedIsKnownToBeLost() throws Exception {
        try (LossyWire wire = new LossyWire(PostgresServer.migrated());
                Database database = Database.open(wire.url());
                GroupWriter writer = writer(database)) {
            wire.loseNext(LossyWire.Loss.COMMIT);

            assertThatThrownBy(() -> writer.write((handle, at) -> keep(handle, "lost")))
                    .isInstanceOfSatisfying(StoreFailureException.class, failure -> assertThat(failure.maybeKept())
                            .isFalse())
                    .hasMessageContaining("nothing was kept");

            assertThat(wire.hasLost()).isTrue();
            assertThat(count(database)).isZero();
            writer.write((handle, at) -> keep(handle, "next"));
            assertThat(count(database)).isOne();
        }
    }

    @Test
    void whenTheServerStaysAwayAfterACommitNobodyClaimsToKnow() throws Exception {
        try (LossyWire wire = new LossyWire(PostgresServer.migrated());
                Database database = Database.open(wire.url());
                GroupWriter writer = writer(database)) {
            wire.loseNext(LossyWire.Loss.ANSWER_OF_COMMIT_AND_ALL_AFTER);

            assertThatThrownBy(() -> writer.write((handle, at) -> keep(handle, "who knows")))
                    .isInstanceOfSatisfying(StoreFailureException.class, failure -> assertThat(failure.maybeKept())
                            .isTrue())
                    .hasMessageContaining("did not say whether");
        }
    }

    @Test
    void twoLogsOfOneOriginAreNotWrittenAtOnce() throws Exception {
        try (Database database = Database.open(PostgresServer.migrated())) {
            GroupWriter first = claiming(database, "log a.example/log");
            claiming(database, "log b.example/log").close();

            assertThatThrownBy(() -> claiming(database, "log a.example/log"))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining("`log a.example/log`");
            first.write((handle, at) -> keep(handle, "goes on"));

            first.close();
            claiming(database, "log a.example/log").close();
        }
    }

    private static GroupWriter claiming(Database database, String name) {
        return new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT, new Claim(name));
    }

    private record Claim(String name) implements CommitParticipant {
        @Override
        public Optional<String> claim() {
            return Optional.of(name);
        }

        @Override
        public void start(Handle handle, Instant now) {}

        @Override
        public Runnable undoAction() {
            return () -> {};
        }

        @Override
        public void beforeCommit(Handle handle, Instant recordedAt) {}

        @Override
        public void committed() {}

        @Override
        public void failed() {}
    }

    private static GroupWriter writer(Database database) {
        return new GroupWriter(database, Clock.systemUTC(), GroupWriter.Capacity.DEFAULT);
    }

    /** Ends every connection to the database but the one that asks. */
    private static void terminateOthers(Database database) {
        database.reading()
                .useHandle(handle -> handle.createQuery("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                        .mapTo(boolean.class)
                        .list());
    }

    private static int keep(Handle handle, String hash) {
        return handle.execute("INSERT INTO revision VALUES (?, 'community', 1, ?)", hash, new byte[1]);
    }

    private static long count(Database database) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM revision")
                .mapTo(long.class)
                .one());
    }

    private static String shown(Handle handle, String setting) {
        return handle.createQuery("SHOW " + setting).mapTo(String.class).one();
    }
}
