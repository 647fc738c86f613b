package org.daylight.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.daylight.decision.export.DecisionLogExport;
import org.daylight.decision.replay.BulkReplay;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.replay.ReplaySample;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.log.ByHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many decisions, read in the order of recording: exported, replayed in bulk, replayed by samples. */
@ParameterizedClass
@EnumSource(Stores.class)
class DecisionHistoryTest {
    private static final String RULES = """
        declare LateReturn extends Event
            daysLate : int
        end
        rule "Late" @reason( "{$d} days late" ) when LateReturn( $d : daysLate ) then score.add( -$d ); end
        rule "Open" @reason( "Open to all" ) when Request( service == "lending" ) then decision.grant(); end
        rule "Low" when Request( service == "lending" ) Standing( score < 490 ) then decision.refuse(); end
        """;

    private final Stores store;
    private final Path directory;
    private final ObjectMapper json = new ObjectMapper();

    private Town town;
    private TownDecisions townDecisions;
    private DecisionHistory history;

    DecisionHistoryTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        Town.write(directory, "library", SchemeText.library().rules(RULES));
        town = Town.open(store, directory);
        townDecisions = new TownDecisions(town);
        history = new DecisionHistory(town.records);
        town.enrol("library", "ada");
        town.enrol("library", "ben");
        town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Decision ask(String citizen) {
        return ask(citizen, Optional.empty());
    }

    private Decision ask(String citizen, Optional<String> traceId) {
        return townDecisions.ask(
                "{'scheme':'library','service':'lending','citizen':'%s','asOf':'2026-11-01'}".formatted(citizen),
                traceId);
    }

    private List<JsonNode> export(String after, long most, String... masked) {
        List<JsonNode> lines = new ArrayList<>();
        List<JsonPointer> masks =
                List.of(masked).stream().map(JsonPointer::valueOf).toList();
        new DecisionLogExport(history).write(after, most, masks, line -> {
            assertThat(new String(line, UTF_8)).endsWith("\n").containsOnlyOnce("\n");
            lines.add(json.readTree(line));
        });
        return lines;
    }

    private BulkReplay.Totals replayed(Instant from, Instant to) {
        return new BulkReplay(history, townDecisions.replay).run(from, to, Optional.empty(), line -> {});
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("decision_id").asText()).toList();
    }

    @Test
    void anExportHasEveryDecisionOnceInTheOrderOfRecording() {
        // given
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            asked.add(ask(i % 2 == 0 ? "ada" : "ben").id());
        }
        // when
        List<JsonNode> lines = export("", Long.MAX_VALUE);
        // then
        assertThat(ids(lines)).isEqualTo(asked);
    }

    @Test
    void anExportGoesOnBehindTheCursorOfAnyLine() {
        // given
        List<String> asked =
                List.of(ask("ada").id(), ask("ben").id(), ask("ada").id());
        List<JsonNode> first = export("", 2);
        // when
        String later = ask("ben").id();
        List<JsonNode> rest = export(first.get(1).path("cursor").asText(), 10);
        // then
        assertThat(ids(first)).isEqualTo(asked.subList(0, 2));
        assertThat(ids(rest)).containsExactly(asked.get(2), later);
        assertThat(export(rest.get(1).path("cursor").asText(), 10)).isEmpty();
    }

    @Test
    void anExportedDecisionSaysWhatAuditorsLookForAndFitsTheSchema() throws IOException {
        // given
        Decision decision = ask("ada", Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"));
        Decision untraced = ask("ben");
        // when
        List<JsonNode> lines = export("", 10);
        // then
        JsonNode line = lines.get(0);
        assertThat(line.path("decision_id").asText()).isEqualTo(decision.id());
        assertThat(line.path("trace_id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.path("revision").asText()).isEqualTo(town.revision("library"));
        assertThat(line.path("path").asText()).isEqualTo("library/lending");
        assertThat(line.path("requested_by").asText()).isEqualTo("service");
        assertThat(line.path("timestamp").asText())
                .isEqualTo(decision.header().recordedAt().toString());
        assertThat(line.at("/input/citizen").asText()).isEqualTo("ada");
        assertThat(line.at("/input/as_of").asText())
                .isEqualTo(decision.header().asOf().toString());
        assertThat(line.at("/result/outcome").asText()).isEqualTo("REFUSED");
        assertThat(line.at("/result/standing/score").asLong()).isEqualTo(489);
        assertThat(line.at("/result/adjustments/0/causes/0").asText()).isEqualTo("urn:test#e1");
        assertThat(lines.get(1).path("trace_id").asText())
                .isEqualTo(untraced.id().replace("-", ""));
        new Erasure(town.records).erase("ada", "operator");
        JsonSchema schema = schema();
        assertThat(export("", 10)).hasSize(2).allSatisfy(jsonNode -> assertThat(schema.validate(jsonNode))
                .isEmpty());
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = DecisionLogExport.class.getResourceAsStream("decision-log.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void whatIsMaskedIsLeftOutAndNamed() {
        // given
        ask("ada");
        // when
        JsonNode line = export("", 10, "/input/citizen", "/result/adjustments", "/nothing")
                .get(0);
        // then
        assertThat(line.at("/input/citizen").isMissingNode()).isTrue();
        assertThat(line.at("/result/adjustments").isMissingNode()).isTrue();
        assertThat(line.at("/result/outcome").asText()).isEqualTo("REFUSED");
        assertThat(line.path("erased"))
                .extracting(JsonNode::asText)
                .containsExactly("/input/citizen", "/result/adjustments");
    }

    @Test
    void ofAnErasedCitizenTheExportSaysThatItWasDecidedAndNoMore() {
        // given
        Decision decision = ask("ada");
        // when
        new Erasure(town.records).erase("ada", "operator");
        JsonNode line = export("", 10).get(0);
        // then
        assertThat(line.path("decision_id").asText()).isEqualTo(decision.id());
        assertThat(line.path("erased")).extracting(JsonNode::asText).contains("/input", "/result");
        // Random ids, hashes, moments and folders may spell a name or hold any number.
        ((ObjectNode) line.path("labels")).remove("log");
        JsonNode told =
                ((ObjectNode) line).without(List.of("decision_id", "trace_id", "revision", "timestamp", "cursor"));
        assertThat(told.toString()).doesNotContain("ada", "lending", "REFUSED", "489");
    }

    @Test
    void aBulkReplayCountsWhatCameOutHow() {
        // given
        ask("ada");
        ask("ben");
        ask("ben");
        new Erasure(town.records).erase("ada", "operator");
        // when
        List<BulkReplay.Line> lines = new ArrayList<>();
        BulkReplay.Totals totals = new BulkReplay(history, townDecisions.replay)
                .run(Instant.EPOCH, Instant.now(), Optional.empty(), lines::add);
        // then
        assertThat(totals).isEqualTo(new BulkReplay.Totals(2, 0, 1, 0));
        assertThat(lines.get(0).result()).isEqualTo(Replay.Result.NOT_POSSIBLE);
        assertThat(lines.get(0).why()).isEqualTo("erased");
    }

    @Test
    void aRangeBeginsAtItsFirstMomentAndEndsBeforeItsLast() {
        // given
        List<Decision> asked = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            asked.add(ask("ben"));
        }
        Instant third = asked.get(2).header().recordedAt();
        Instant seventh = asked.get(6).header().recordedAt();
        // when, then
        assertThat(replayed(third, seventh).all()).isEqualTo(4);
        assertThat(history.count(third, seventh)).isEqualTo(4);
        assertThat(replayed(Instant.EPOCH, third).all()).isEqualTo(2);
        assertThat(replayed(seventh, Instant.now()).all()).isEqualTo(3);
        assertThat(replayed(Instant.now(), Instant.now().plusSeconds(9)).all()).isZero();
        assertThat(new BulkReplay(history, townDecisions.replay)
                        .run(Instant.EPOCH, Instant.now(), Optional.of("another"), line -> {})
                        .all())
                .isZero();
    }

    @Test
    void aDecisionThatComesOutDifferentlyIsFoundByARangeAndBySamples() {
        // given rules that answer otherwise than those that decided
        ask("ada");
        SchemeText other = SchemeText.library().rules(RULES.replace("score < 490", "score < 400"));
        Replay altered = new Replay(town.dossiers, hash -> Optional.of(other.ruleBase()), Clock.systemUTC());
        ReplaySample sample = new ReplaySample(history, altered, new SplittableRandom(1));
        // when
        BulkReplay.Totals totals =
                new BulkReplay(history, altered).run(Instant.EPOCH, Instant.now(), Optional.empty(), line -> {});
        Optional<String> mismatch = sample.checkOne();
        // then
        assertThat(totals.different()).isEqualTo(1);
        assertThat(mismatch).isPresent();
        assertThat(sample.mismatchRate()).isEqualTo(1);
    }

    @Test
    void aDecisionThatCannotBeReadThoughNobodyWasErasedIsNotPassedOver() {
        // given
        String lost = ask("ada").id();
        ByHand.alter(
                store.url(directory),
                "decision",
                "UPDATE decision SET sealed = another.sealed FROM (SELECT sealed FROM statement) another");
        ReplaySample sample = new ReplaySample(history, townDecisions.replay, new SplittableRandom(1));
        // when
        Optional<String> mismatch = sample.checkOne();
        ask("ben");
        List<BulkReplay.Line> lines = new ArrayList<>();
        BulkReplay.Totals totals = new BulkReplay(history, townDecisions.replay)
                .run(Instant.EPOCH, Instant.now(), Optional.empty(), lines::add);
        // then
        assertThat(totals).isEqualTo(new BulkReplay.Totals(1, 0, 1, 1));
        assertThat(totals.hold()).isFalse();
        assertThat(lines.get(0).why()).contains("decision " + lost + " cannot be read");
        assertThat(mismatch).contains(lost);
        assertThat(sample.mismatchRate()).isEqualTo(1);
        assertThatThrownBy(() -> export("", 10)).hasMessageContaining("decision " + lost + " cannot be read");
    }

    @Test
    void aMomentThatWasAlteredHidesNoneOfTheDecisionsBehindIt() {
        // given
        List<Decision> asked = List.of(ask("ben"), ask("ben"), ask("ben"), ask("ben"), ask("ben"));
        Instant first = asked.get(0).header().recordedAt();
        String altered = asked.get(2).id();
        // when
        ByHand.alter(
                store.url(directory),
                "decision",
                "UPDATE decision SET recorded_at = recorded_at + 86400000000 WHERE id = '" + altered + "'");
        // then
        assertThat(replayed(first, first.plusSeconds(600)).all()).isEqualTo(4);
        assertThat(replayed(first, first.plus(2, ChronoUnit.DAYS)).all()).isEqualTo(5);
    }

    @Test
    void aDecisionWhoseRevisionIsGoneIsNotPassedOver() {
        // given
        String id = ask("ada").id();
        Replay without = new Replay(town.dossiers, hash -> Optional.empty(), Clock.systemUTC());
        ReplaySample sample = new ReplaySample(history, without, new SplittableRandom(1));
        // when
        BulkReplay.Totals totals =
                new BulkReplay(history, without).run(Instant.EPOCH, Instant.now(), Optional.empty(), line -> {});
        // then
        assertThat(totals).isEqualTo(new BulkReplay.Totals(0, 0, 1, 1));
        assertThat(sample.checkOne()).contains(id);
        assertThat(sample.mismatchRate()).isEqualTo(1);
    }

    @Test
    void samplesReachEveryDecision() {
        // given
        ReplaySample sample = new ReplaySample(history, townDecisions.replay, new SplittableRandom(1));
        assertThat(sample.checkOne()).isEmpty();
        for (int i = 0; i < 20; i++) {
            ask("ben");
        }
        // when
        for (int i = 0; i < 50; i++) {
            assertThat(sample.checkOne()).isEmpty();
        }
        // then
        assertThat(sample.checked()).isEqualTo(50);
        assertThat(sample.mismatches()).isZero();
    }
}
