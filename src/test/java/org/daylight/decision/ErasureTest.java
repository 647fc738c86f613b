package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daylight.decision.replay.Replay;
import org.daylight.dossier.Erasure;
import org.daylight.dossier.ErasureRecord;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.Leaf;
import org.daylight.log.StoredLog;
import org.daylight.log.StoredLogs;
import org.daylight.log.verify.StoreVerification;
import org.daylight.problem.CallerProblemException;
import org.daylight.records.LoggedRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Destroying a citizen's key is all it takes: nothing readable is left in any file, and nothing that was proven before breaks. */
@ParameterizedClass
@EnumSource(Stores.class)
class ErasureTest {
    private static final String RULES = """
        declare Whereabouts extends Event
            place : String
        end
        declare RoomRequest extends Request
            companion : String
        end
        rule "Seen" @reason( "Seen at {$place}" ) when Whereabouts( $place : place ) then score.add( 5 ); end
        rule "Room" @reason( "A room for {$who}" )
        when
            RoomRequest( $who : companion )
            Standing( score > 500 )
        then
            decision.grant();
            decision.term( "companion", $who );
        end
        """;

    /** What only the citizen's statements and questions say; no rule, no name of a table has it. */
    private static final List<String> PERSONAL =
            List.of("Quokka Square 8128", "urn:whistling-desk", "slip-271828", "Zaphod of Nowhere", "Seen at Quokka");

    private final Stores store;
    private final Path directory;
    private Town town;
    private TownDecisions townDecisions;

    ErasureTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        Town.write(
                directory,
                "library",
                SchemeText.library()
                        .service("{ id: room, title: Room, request: RoomRequest, discloses: [outcome, terms] }")
                        .rules(RULES));
        town = Town.open(store, directory);
        townDecisions = new TownDecisions(town);
        town.enrol("library", "citizen-31415");
        town.enrol("library", "ben");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDestroyedKeyLeavesNothingReadableAndBreaksNoProof() throws IOException {
        // given
        Decision decision = livedThrough("citizen-31415");
        Decision other = ask("ben");
        LoggedRecord receipt = townDecisions.decisions.logged(decision.id()).orElseThrow();
        byte[] wrapped = wrappedKey("citizen-31415");
        assertThat(new String(receipt.record(), StandardCharsets.UTF_8))
                .as("what is to be erased is there")
                .contains(PERSONAL.get(0), PERSONAL.get(3), PERSONAL.get(4));
        assertThat(filesWith(wrapped)).as("and so is its key").isNotEmpty();
        // when
        new Erasure(town.records).erase("citizen-31415", "operator");
        // then
        assertThat(filesWith("citizen-31415".getBytes(StandardCharsets.UTF_8)))
                .as("the search finds what stays in clear")
                .isNotEmpty();
        for (String personal : PERSONAL) {
            assertThat(filesWith(personal.getBytes(StandardCharsets.UTF_8)))
                    .as(personal)
                    .isEmpty();
        }
        assertThat(personalRows())
                .as("rows about people")
                .isNotEmpty()
                .noneMatch(row -> row.contains("Whereabouts") || row.contains("GRANTED") || row.contains("room"));
        if (store == Stores.SQLITE) {
            assertThat(filesWith(wrapped)).as("the key as it was wrapped").isEmpty();
        }
        // and
        StoredLog log = new StoredLogs(town.database).numbered(receipt.log()).orElseThrow();
        assertThat(log.entry(receipt.leaf())).contains(Leaf.of(receipt.salt(), receipt.record()));
        assertThat(verified().findings()).isEmpty();
        assertThat(verified().erased()).isEqualTo(4);
        assertThatThrownBy(() -> townDecisions.decisions.find(decision.id()))
                .isInstanceOf(ErasedDecisionException.class);
        assertThat(townDecisions.decisions.find(other.id())).contains(other);
    }

    @Test
    void aReplayOfAnErasedDecisionSaysSo() {
        // given
        Decision decision = livedThrough("citizen-31415");
        new Erasure(town.records).erase("citizen-31415", "operator");
        // when
        ErasedDecisionException erased =
                catchThrowableOfType(ErasedDecisionException.class, () -> townDecisions.decisions.find(decision.id()));
        Replay.Report report = Replay.erased(erased.header());
        // then
        assertThat(report.result()).isEqualTo(Replay.Result.NOT_POSSIBLE);
        assertThat(report.why()).isEqualTo("erased");
        assertThat(erased.header().citizen()).isEqualTo("citizen-31415");
    }

    @Test
    void whatIsSentAgainAfterAnErasureIsRefused() {
        // given
        livedThrough("citizen-31415");
        new Erasure(town.records).erase("citizen-31415", "operator");
        // when
        CallerProblemException problem =
                catchThrowableOfType(CallerProblemException.class, () -> livedThrough("citizen-31415"));
        // then
        assertThat(problem.status()).isEqualTo(410);
        assertThat(problem.violations())
                .extracting(CallerProblemException.Violation::code)
                .containsExactly("erased");
    }

    @Test
    void whoComesBackBeginsAnewUnderANewKey() {
        // given
        livedThrough("citizen-31415");
        new Erasure(town.records).erase("citizen-31415", "operator");
        assertThat(town.dossiers.known("library", "citizen-31415").dossier().enrolled())
                .isFalse();
        // when
        town.enrol("library", "citizen-31415");
        town.state("library.Whereabouts", "new", "citizen-31415", "2026-10-02", "{'place':'Harbour'}");
        Decision decision = ask("citizen-31415");
        // then
        assertThat(decision.assessment().adjustments()).hasSize(1);
        assertThat(townDecisions.replay.replay(decision).result()).isEqualTo(Replay.Result.IDENTICAL);
        assertThat(verified().findings()).isEmpty();
        // and
        ErasureRecord again = new Erasure(town.records).erase("citizen-31415", "operator");
        assertThat(again.position()).isEqualTo(2);
        assertThatThrownBy(() -> townDecisions.decisions.find(decision.id()))
                .isInstanceOf(ErasedDecisionException.class);
    }

    @Test
    void anErasureRepeatedIsAnsweredAlikeAndOneOfNobodyIsRefused() {
        Erasure erasure = new Erasure(town.records);
        ErasureRecord once = erasure.erase("citizen-31415", "operator");

        assertThat(erasure.erase("citizen-31415", "somebody else")).isEqualTo(once);
        CallerProblemException nobody =
                catchThrowableOfType(CallerProblemException.class, () -> erasure.erase("nobody", "operator"));
        assertThat(nobody.status()).isEqualTo(404);
    }

    @Test
    void whatIsSealedOpensInNoOtherRow() {
        // given
        Decision recorded = ask("ben");
        Decision other = ask("ben");
        // when
        town.writer.write((handle, recordedAt) -> {
            handle.execute(
                    store == Stores.SQLITE
                            ? "DROP TRIGGER decision_keeps_values"
                            : "DROP TRIGGER decision_keeps ON decision");
            return handle.execute(
                    "UPDATE decision SET sealed = (SELECT sealed FROM decision WHERE id = ?) WHERE id = ?",
                    other.id(),
                    recorded.id());
        });
        // then
        assertThatThrownBy(() -> townDecisions.decisions.find(recorded.id())).hasMessageContaining("does not open");
        assertThat(verified().findings()).hasSize(1);
        assertThat(verified().findings().toString()).contains("decision " + recorded.id());
    }

    private Decision livedThrough(String citizen) {
        town.intake.one("""
            {"specversion":"1.0","source":"urn:whistling-desk","type":"library.Whereabouts","id":"slip-271828",
             "subject":"%s","time":"2026-10-01T12:00:00Z","data":{"place":"Quokka Square 8128"}}\
            """.formatted(citizen), "source");
        return ask(citizen);
    }

    private Decision ask(String citizen) {
        return townDecisions.ask(
                "{'scheme':'library','service':'room','citizen':'%s','attributes':{'companion':'Zaphod of Nowhere'}}"
                        .formatted(citizen));
    }

    private byte[] wrappedKey(String citizen) {
        return town.database.reading().withHandle(handle -> handle.createQuery(
                        "SELECT wrapped FROM citizen_key WHERE citizen = :citizen")
                .bind("citizen", citizen)
                .map((row, context) -> row.getBytes("wrapped"))
                .one());
    }

    private StoreVerification verified() {
        StoredLog log = new StoredLogs(town.database).all().get(0);
        return town.records.read(session -> StoreVerification.of(
                Map.of(log, log.key()),
                Map.of(),
                consumer -> DecisionLeaves.eachRecord(session, consumer),
                looked -> {}));
    }

    /** Every column of every row of the tables that are about people, as text whatever it is. */
    private List<String> personalRows() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("statement", "statement_key", "enrolment", "decision", "citizen_key", "erasure")) {
            town.database
                    .reading()
                    .useHandle(handle -> rows.addAll(handle.createQuery("SELECT * FROM " + table)
                            .map((row, context) -> text(row))
                            .list()));
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value);
        }
        return text.toString();
    }

    /** The files of the store in which the bytes are found. */
    private List<Path> filesWith(byte[] wanted) throws IOException {
        if (store == Stores.POSTGRES) {
            // What was written reaches the tables' files with a checkpoint only.
            town.database.reading().useHandle(handle -> handle.execute("CHECKPOINT"));
        }
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(storeDirectory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve("rules")))
                    .filter(file -> contains(file, needle))
                    .toList();
        }
    }

    private Path storeDirectory() {
        if (store == Stores.SQLITE) {
            return directory;
        }
        String data = town.database.reading().withHandle(handle -> handle.createQuery("SHOW data_directory")
                .mapTo(String.class)
                .one());
        return Path.of(data);
    }

    private static boolean contains(Path file, String needle) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle);
        } catch (IOException gone) {
            // The server removes files while we look.
            return false;
        }
    }
}
