package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daylight.decision.replay.JsonDifference;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.standing.Standings;
import org.daylight.evaluation.ExcludedStatement;
import org.daylight.evaluation.Outcome;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.problem.CallerProblemException;
import org.daylight.rulebase.RuleBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** As of when, and by what was known when: each clock moves by itself. */
@ParameterizedClass
@EnumSource(Stores.class)
class TwoClocksTest {
    private static final String RULES = """
        declare LateReturn extends Event
            daysLate : int
        end
        declare Residence extends Fact
            town : String
        end
        rule "Late"
            @reason( "{$d} days late" )
        when
            AsOf( $since : date.minusDays( 30 ) )
            LateReturn( $d : daysLate, occurredOn > $since )
        then
            score.add( -$d );
        end
        rule "Open" @reason( "Open" ) when Request( service == "lending" ) then decision.grant(); end
        rule "Low" @reason( "Low" ) when Request( service == "lending" ) Standing( score < 490 ) then decision.refuse(); end
        rule "Away" @reason( "Away" ) when Request( service == "lending" ) Residence( town == "away" ) then decision.refer(); end
        """;

    private final Stores store;
    private final Path directory;

    private Town town;
    private TownDecisions townDecisions;

    TwoClocksTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        Town.write(directory, "library", SchemeText.library().rules(RULES));
        town = Town.open(store, directory);
        townDecisions = new TownDecisions(town);
        town.enrol("library", "ada");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Decision ask(String asOf, Instant knownAt) {
        return townDecisions.ask("{'scheme':'library','service':'lending','citizen':'ada','asOf':'%s','knownAt':'%s'}"
                .formatted(asOf, knownAt));
    }

    private Decision ask(String asOf) {
        return townDecisions.ask(
                "{'scheme':'library','service':'lending','citizen':'ada','asOf':'%s'}".formatted(asOf));
    }

    private static Outcome outcome(Decision decision) {
        return decision.assessment().answer().outcome();
    }

    private Standings.Page standing(String asOf, Optional<Instant> knownAt) {
        RuleBase rules = town.schemes.live("library").orElseThrow().rules();
        return new Standings(town.dossiers)
                .read(
                        rules,
                        "ada",
                        TimePoints.parse(
                                rules, asOf, knownAt.map(Instant::toString).orElse(null), Clock.systemUTC()),
                        Instant.now());
    }

    private void retract(String id) {
        town.intake.one("""
            {"specversion":"1.0","source":"urn:test","type":"library.Retraction","id":"r-%s","subject":"ada",
             "time":"2026-10-20T12:00:00Z","data":{"source":"urn:test","id":"%s"}}\
            """.formatted(id, id), "source");
    }

    @Test
    void whatArrivedLaterCountsByWhatIsKnownNowButNotByWhatWasKnownThen() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-10", "{'daysLate':5}");
        Decision then = ask("2026-10-15");
        // when it turns out that something had happened before
        town.state("library.LateReturn", "e2", "ada", "2026-10-05", "{'daysLate':9}");
        // then
        assertThat(outcome(then)).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(ask("2026-10-15"))).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(ask("2026-10-15", then.header().recordedAt()))).isEqualTo(Outcome.GRANTED);
        assertThat(standing("2026-10-15", Optional.empty()).standing().score()).isEqualTo(486);
        assertThat(standing("2026-10-15", Optional.of(then.header().recordedAt()))
                        .standing()
                        .score())
                .isEqualTo(495);
    }

    @Test
    void arrivalInAnotherOrderComesToTheSameAnswer() {
        // given
        town.state("library.LateReturn", "e2", "ada", "2026-10-10", "{'daysLate':9}");
        town.state("library.LateReturn", "e1", "ada", "2026-10-05", "{'daysLate':5}");
        town.enrol("library", "ben");
        // when
        town.state("library.LateReturn", "b1", "ben", "2026-10-05", "{'daysLate':5}");
        town.state("library.LateReturn", "b2", "ben", "2026-10-10", "{'daysLate':9}");
        RuleBase rules = town.schemes.live("library").orElseThrow().rules();
        Standings.Page ben = new Standings(town.dossiers)
                .read(rules, "ben", TimePoints.parse(rules, "2026-10-15", null, Clock.systemUTC()), Instant.now());
        // then
        Standings.Page ada = standing("2026-10-15", Optional.empty());
        assertThat(ada.adjustments()).extracting(Standings.Line::points).containsExactly(-5L, -9L);
        assertThat(ben.adjustments()).extracting(Standings.Line::points).containsExactly(-5L, -9L);
    }

    @Test
    void aRetractionCountsFromWhenItWasKnown() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-10", "{'daysLate':12}");
        Decision before = ask("2026-10-15");
        // when
        retract("e1");
        // then
        assertThat(outcome(before)).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(ask("2026-10-15"))).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(ask("2026-10-15", before.header().recordedAt()))).isEqualTo(Outcome.REFUSED);
        assertThat(ask("2026-10-15").assessment().setAside())
                .extracting(ExcludedStatement::why)
                .containsExactly(ExcludedStatement.Why.RETRACTED);
    }

    @Test
    void aNewerFactHoldsFromItsDayHoweverLateItIsStated() {
        // given
        town.state("library.Residence", "f1", "ada", "2026-01-01", "{'town':'here'}");
        Decision before = ask("2026-10-15");
        // when
        town.state("library.Residence", "f2", "ada", "2026-10-01", "{'town':'away'}");
        // then
        assertThat(outcome(before)).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(ask("2026-10-15"))).isEqualTo(Outcome.REFERRED);
        assertThat(outcome(ask("2026-09-30"))).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(ask("2026-10-15", before.header().recordedAt()))).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void aStandingSaysWhenEachLineLapses() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-05", "{'daysLate':5}");
        Instant first = ask("2026-10-15").header().recordedAt();
        town.state("library.LateReturn", "e2", "ada", "2026-10-10", "{'daysLate':9}");
        // when
        Standings.Page now = standing("2026-10-15", Optional.empty());
        Standings.Page then = standing("2026-10-15", Optional.of(first));
        // then
        assertThat(now.adjustments())
                .extracting(Standings.Line::causes, Standings.Line::lapsesOn)
                .containsExactly(
                        tuple(List.of("urn:test#e1"), LocalDate.of(2026, 11, 4)),
                        tuple(List.of("urn:test#e2"), LocalDate.of(2026, 11, 9)));
        assertThat(then.adjustments()).hasSize(1);
        assertThat(then.knownAt()).isEqualTo(first);
    }

    @Test
    void aReplayIsByWhatWasKnownUnlessOtherClocksAreAskedFor() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-10", "{'daysLate':5}");
        Decision decision = ask("2026-10-15");
        town.state("library.LateReturn", "e2", "ada", "2026-10-05", "{'daysLate':9}");
        // when
        Replay.Report asItWas = townDecisions.replay.replay(decision);
        Replay.Report byWhatIsKnownNow =
                townDecisions.replay.replay(decision, null, Instant.now().toString());
        Replay.Report twoMonthsLater = townDecisions.replay.replay(decision, "2026-12-15", null);
        // then
        assertThat(asItWas.result()).isEqualTo(Replay.Result.IDENTICAL);
        assertThat(byWhatIsKnownNow.result()).isEqualTo(Replay.Result.DIFFERENT);
        assertThat(byWhatIsKnownNow.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(byWhatIsKnownNow.asOf()).isEqualTo(decision.header().asOf());
        assertThat(twoMonthsLater.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(twoMonthsLater.differences())
                .extracting(JsonDifference::path)
                .contains("/asOf");
    }

    @Test
    void whoWasNotEnrolledThenIsNotScoredByWhatWasKnownThen() {
        // given
        Instant before = ask("2026-10-15").header().recordedAt();
        town.enrolments.withdraw("library", "ada", "registrar");
        // when, then
        assertThat(standing("2026-10-15", Optional.empty()).standing().state()).isEqualTo("NOT_SCORED");
        assertThat(standing("2026-10-15", Optional.of(before)).standing().state())
                .isEqualTo("SCORED");
    }

    @Test
    void nobodyKnowsYetWhatWillBeKnown() {
        // when
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        CallerProblemException refused =
                catchThrowableOfType(CallerProblemException.class, () -> ask("2026-10-15", tomorrow));
        // then
        assertThat(refused.violations())
                .extracting(CallerProblemException.Violation::code, CallerProblemException.Violation::field)
                .containsExactly(tuple("not-known-yet", "knownAt"));
    }
}
