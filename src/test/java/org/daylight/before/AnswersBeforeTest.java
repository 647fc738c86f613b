package org.daylight.before;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.cli.Ran;
import org.daylight.fixture.SettableClock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is asked what the scripts say, once and in their order, and everything it answered and kept is compared. */
@QuarkusTest
@TestProfile(ServiceOfBefore.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersBeforeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SettableClock clock;
    private final Path data;
    private final Path rules;
    private final Placeholders placeholders = new Placeholders();
    private final Map<String, String> answers = new LinkedHashMap<>();

    @Inject
    AnswersBeforeTest(
            SettableClock clock,
            @ConfigProperty(name = "daylight.data") Path data,
            @ConfigProperty(name = "daylight.rules.directory") Path rules) {
        this.clock = clock;
        this.data = data;
        this.rules = rules;
    }

    private static String service() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }

    private HttpScript script() {
        return new HttpScript(service(), new RulesEdits(rules), clock, placeholders);
    }

    @BeforeAll
    void everythingIsAskedOnce() {
        if (Kept.REGENERATES) {
            Kept.clearEvidence();
        }
        for (String script :
                new String[] {"register", "community", "driving", "need", "edits", "problems", "records"}) {
            answers.put(script, script().play(script + ".http"));
        }
        if (Kept.REGENERATES) {
            Ran.of("log", "export", Kept.EVIDENCE.resolve("log").toString(), "--data", data.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "community", "driving", "need", "edits", "problems", "records"})
    void anAnswerIsTheSameByteForByteAsBefore(String script) {
        Kept.assertSame(script + ".http", String.valueOf(answers.get(script)));
    }

    @Test
    void whatIsSealedIsTheSameByteForByteAsBefore() throws Exception {
        Kept.assertSame("sealed.txt", placeholders.named(SealedRows.of(data.resolve("daylight.db"))));
    }

    /** A leaf is the hash of a record and its salt; a decision's record holds its id, and its text is in the receipts. */
    @Test
    void everyLeafIsTheSameAsBefore() throws IOException {
        // given
        int size = JSON.readTree(script().get("/log/key")).path("size").asInt();
        Set<Integer> decisions = new TreeSet<>();
        for (String line : exported().lines().toList()) {
            decisions.add(JSON.readTree(line).at("/labels/leaf").asInt());
        }
        // when
        String entries = script().get("/log/tile/entries/000.p/" + size);
        // then
        StringBuilder leaves = new StringBuilder();
        ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex(entries));
        for (int leaf = 0; leaf < size; leaf++) {
            byte[] entry = new byte[in.getShort()];
            in.get(entry);
            leaves.append(leaf)
                    .append(' ')
                    .append(
                            decisions.contains(leaf)
                                    ? "a decision"
                                    : HexFormat.of().formatHex(entry))
                    .append('\n');
        }
        assertThat(in.hasRemaining()).isFalse();
        Kept.assertSame("leaves.txt", leaves.toString());
    }

    private String exported() {
        return Ran.of("export", "--data", data.toString()).out();
    }

    /** Some commands read the service's database beside it, the others read schemes and dossiers. */
    @ParameterizedTest
    @ValueSource(strings = {"beside.txt", "commands.txt"})
    void aCommandLineSaysTheSameByteForByteAsBefore(String script) {
        // given
        CommandScript commands = new CommandScript(
                line -> placeholders.resolved(line.replace("{data}", data.toString())),
                said -> placeholders.named(said.replace(data.toString(), "{data}")));
        // when
        String said = commands.play(script);
        // then
        Kept.assertSame(script, said);
    }

    @Test
    void anExportOfBeforeFitsTheSchemaThatIsServedNow() throws IOException {
        // given
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(script().get("/decisions/log/schema"));
        for (String line :
                Kept.text(Kept.EVIDENCE.resolve("decisions.ndjson")).lines().toList()) {
            // when
            JsonNode decision = JSON.readTree(line);
            // then
            assertThat(schema.validate(decision)).as(line).isEmpty();
        }
    }
}
