package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the shipped scheme `housing`, whose change of 2015 moves those under 45 down. */
class RankCommandTest {
    private static final String KWOK = applicant("kwok", "1980-06-01", "2010-01-01");
    private static final String LAM = applicant("lam", "1992-06-01", "2010-07-01");
    private static final String WONG = applicant("wong", "1968-06-01", "2014-07-01");
    private static final String CHAN = applicant("chan", "1980-06-01", "2010-01-02");
    private static final String YOUNG = applicant("young", "1998-06-01", "2010-01-01");

    @TempDir
    Path directory;

    @Test
    void aListIsPutInTheOrderThatTheSchemeSays() throws IOException {
        Ran ranked =
                Ran.of("rank", "housing", ndjson(LAM, CHAN, WONG, KWOK), "--as-of", "2015-01-31", "--format", "csv");

        assertThat(ranked.code()).as(ranked.err()).isZero();
        assertThat(ranked.out()).isEqualToNormalizingNewlines("""
                rank,tied,citizen,score,registeredOn
                1,false,kwok,93,2010-01-01
                2,false,chan,93,2010-01-02
                3,false,wong,90,2014-07-01
                4,false,lam,54,2010-07-01
                """);
    }

    @Test
    void twoDaysCompareWhoMovesDownByTheChangeOf2015() throws IOException {
        String list = ndjson(LAM, CHAN, WONG, KWOK);

        Ran all = Ran.of("rank", "housing", list, "--as-of", "2015-01-31", "--compare", "2015-02-01");
        Ran down = Ran.of(
                "rank",
                "housing",
                list,
                "--as-of",
                "2015-01-31",
                "--compare",
                "2015-02-01",
                "--moved",
                "down",
                "--format",
                "csv");

        assertThat(all.out())
                .contains("1 moved up, 2 moved down, 1 stayed", "by highest score, then earliest registeredOn");
        assertThat(down.out()).isEqualToNormalizingNewlines("""
                rankBefore,rank,moved,tied,citizen,scoreBefore,score,registeredOnBefore,registeredOn
                1,2,1,false,kwok,93,160,2010-01-01,2010-01-01
                2,3,1,false,chan,93,159,2010-01-02,2010-01-02
                """);
    }

    @Test
    void whoHasNoPlaceIsNamedWithTheReason() throws IOException {
        Ran ranked = Ran.of("rank", "housing", ndjson(YOUNG, KWOK), "--as-of", "2015-02-01", "--format", "json");

        JsonNode report = new ObjectMapper().readTree(ranked.out());
        assertThat(report.at("/ranked").size()).isEqualTo(1);
        assertThat(report.at("/ranked/0/citizen").textValue()).isEqualTo("kwok");
        assertThat(report.at("/notRanked/0/citizen").textValue()).isEqualTo("young");
        assertThat(report.at("/notRanked/0/outcome").textValue()).isEqualTo("REFUSED");
        assertThat(report.at("/notRanked/0/reason").textValue()).startsWith("Registered at the age of 11");
    }

    @Test
    void everyFormOfAListIsReadAlike() throws IOException {
        String asDocuments = KWOK + "\n---\n" + WONG + "\n";
        Path folder = Files.createDirectory(directory.resolve("list"));
        Files.writeString(folder.resolve("kwok.json"), KWOK);
        Files.writeString(folder.resolve("wong.yaml"), "- " + WONG + "\n");
        Files.writeString(folder.resolve("about.txt"), "not a dossier");

        String ofLines = csv(ndjson(KWOK, WONG));

        assertThat(csv(file("list.yaml", asDocuments))).isEqualTo(ofLines);
        assertThat(csv(file("list.json", "[" + KWOK + ",\n" + WONG + "]"))).isEqualTo(ofLines);
        assertThat(csv(folder.toString())).isEqualTo(ofLines);
    }

    @Test
    void aListWithAnythingWrongInItIsNotRanked() throws IOException {
        String unknownType = """
                {"citizen": "bad", "given": [{"fact": "Registratoin", "id": "r", "at": "2010-01-01", "data": {}}]}""";
        String list = ndjson(KWOK, unknownType, "{\"given\": []}", KWOK);

        Ran ranked = Ran.of("rank", "housing", list);

        assertThat(ranked.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ranked.out()).isEmpty();
        assertThat(ranked.err())
                .contains("list.ndjson:2:1:", "unknown-type", "did you mean `Registration`?")
                .contains("list.ndjson:3:1:", "`citizen` is missing")
                .contains("the citizen `kwok` is listed twice")
                .contains("no ranking: ");
    }

    @Test
    void onlyAServiceWithARankingRanks() throws IOException {
        String list = ndjson(KWOK);

        Ran community = Ran.of("rank", "community", list);
        Ran unknown = Ran.of("rank", "housing", list, "--service", "house");
        Ran alone = Ran.of("rank", "housing", list, "--moved", "down");
        Ran noDay = Ran.of("rank", "housing", list, "--as-of", "yesterday");

        assertThat(community.code()).isEqualTo(ExitCode.USAGE);
        assertThat(community.err()).contains("no service of this scheme has a `ranking`");
        assertThat(unknown.err()).contains("no service `house` with a `ranking`");
        assertThat(alone.err()).contains("--moved needs --compare");
        assertThat(noDay.err()).contains("--as-of `yesterday` is neither a date nor a time");
    }

    private String csv(String list) {
        Ran ranked = Ran.of("rank", "housing", list, "--as-of", "2015-02-01", "--format", "csv");
        assertThat(ranked.code()).as(ranked.err()).isZero();
        return ranked.out();
    }

    private String ndjson(String... dossiers) throws IOException {
        return file("list.ndjson", String.join("\n", dossiers) + "\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String applicant(String citizen, String born, String registered) {
        return """
                {"citizen": "%s", "given": [{"fact": "DateOfBirth", "id": "b", "at": "2000-01-01", "data": {"born": "%s"}}, \
                {"fact": "Registration", "id": "r", "at": "%s", "data": {"registeredOn": "%s"}}]}""".formatted(citizen, born, registered, registered);
    }
}
