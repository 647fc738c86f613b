package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daylight.decision.TownDecisions;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.OpenRecordStore;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.ByHand;
import org.daylight.log.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whichever column of whichever record is altered by hand, in whichever way, {@code verify store} names it. */
class AlteredColumnsTest {
    /** Tables, each with the rows that somebody can still read. */
    private static final List<String[]> RECORDS = List.of(
            new String[] {"publication", "true"},
            new String[] {"revision", "true"},
            new String[] {"enrolment", "citizen = 'ada'"},
            new String[] {"statement", "citizen = 'ada' AND position = 251"},
            new String[] {"statement_key", "citizen = 'ada' AND position = 251"},
            new String[] {"decision", "citizen = 'ada'"},
            new String[] {"erasure", "true"},
            new String[] {"log_origin", "true"},
            new String[] {"log_entry", "position = (SELECT max(position) FROM log_entry)"},
            new String[] {"log_hash", "true"},
            new String[] {"log_checkpoint", "size = (SELECT max(size) FROM log_checkpoint)"});

    /** Nothing is said by it and nobody vouches for it. */
    private static final List<String> NOT_VOUCHED_FOR = List.of("log_checkpoint.signed_at");

    /** Most first bytes are random, and so may be any that is put in their place. */
    private static final String OTHER_FIRST_BYTE =
            "CAST(iif(substr(?, 1, 1) = x'2a', x'2b', x'2a') || substr(?, 2) AS BLOB)";

    @TempDir
    Path directory;

    private String verifier = "";

    private record Column(String table, String rows, String name, String type) {}

    @BeforeEach
    void aTownThatKeptSomethingOfEachKind() throws IOException {
        Files.writeString(directory.resolve("master.key"), OpenRecordStore.MASTER_KEY);
        Town.write(directory, "library", SchemeText.library().rules("""
                declare LateReturn extends Event
                    daysLate : int
                end
                rule "Open" @reason( "Open to all" ) when Request( service == "lending" ) then decision.grant(); end
                """));
        try (Town town = Town.open(directory)) {
            for (String citizen : List.of("ada", "ben")) {
                town.enrol("library", citizen);
                town.state("library.LateReturn", citizen, citizen, "2026-10-01", "{'daysLate':11}");
                TownDecisions.ask(town, "library", "lending", citizen);
            }
            new Erasure(town.records).erase("ben", "operator");
            // More than 256 leaves, for a full tile and one that is not.
            Stream<String> ids = IntStream.range(0, 250).mapToObj("e%d"::formatted);
            town.stateTogether("library.LateReturn", ids, "ada", "2026-10-01", "{'daysLate':11}");
        }
        verifier = SigningKey.parse(
                        Files.readString(directory.resolve("log.key")).strip())
                .verifier()
                .toString();
    }

    @TestFactory
    Stream<DynamicTest> anAlteredColumnIsFound() throws SQLException, IOException {
        byte[] untouched = Files.readAllBytes(directory.resolve("daylight.db"));
        assertThat(verify().code()).isZero();
        return columns().stream().flatMap(column -> changes(column.type()).stream()
                .map(change -> DynamicTest.dynamicTest(
                        column.table() + "." + column.name() + " = " + change,
                        () -> assertFound(untouched, column, change.replace("?", column.name())))));
    }

    private void assertFound(byte[] untouched, Column column, String value) throws IOException {
        Files.write(directory.resolve("daylight.db"), untouched);
        ByHand.alter(
                Stores.SQLITE.url(directory),
                column.table(),
                "UPDATE " + column.table() + " SET " + column.name() + " = " + value + " WHERE " + column.rows());

        Ran ran = verify();

        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCode.ALTERED);
        assertThat(ran.out()).isNotBlank();
    }

    private Ran verify() {
        return Ran.of("verify", "store", "--data", directory.toString(), "--key", verifier);
    }

    private static List<String> changes(String type) {
        return switch (type) {
            case "INTEGER" -> List.of("? + 1", "9223372036854775807");
            case "TEXT" -> List.of("? || 'x'", "upper(?) || lower(?)");
            default -> List.of(OTHER_FIRST_BYTE, "substr(?, 2)", "x''");
        };
    }

    private List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(Stores.SQLITE.url(directory));
                Statement statement = connection.createStatement()) {
            for (String[] record : RECORDS) {
                try (ResultSet found = statement.executeQuery("PRAGMA table_info(" + record[0] + ")")) {
                    while (found.next()) {
                        String name = found.getString("name");
                        if (!NOT_VOUCHED_FOR.contains(record[0] + "." + name)) {
                            columns.add(new Column(record[0], record[1], name, found.getString("type")));
                        }
                    }
                }
            }
        }
        return columns;
    }
}
