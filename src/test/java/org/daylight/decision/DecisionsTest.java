package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daylight.decision.replay.JsonDifference;
import org.daylight.decision.replay.Replay;
import org.daylight.decision.standing.Standings;
import org.daylight.evaluation.EvaluationFailedException;
import org.daylight.evaluation.Outcome;
import org.daylight.fixture.SchemeText;
import org.daylight.fixture.Stores;
import org.daylight.fixture.Town;
import org.daylight.problem.CallerProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class DecisionsTest {
    private static final String RULES = """
        declare LateReturn extends Event
            daysLate : int
        end
        declare LoanRequest extends Request
            books : int
        end
        rule "Late" @reason( "{$d} days late" ) when LateReturn( $d : daysLate ) then score.add( -$d ); end
        rule "Open" when Request( service == "lending" ) then decision.grant(); end
        rule "Low" when Request( service == "lending" ) Standing( score < 490 ) then decision.refuse(); end
        rule "Many" when LoanRequest( $n : books, books > 5 ) then decision.refer(); decision.term( "books", 5 ); end
        rule "Breaks" when LoanRequest( $n : books, books == 0 ) then decision.term( "share", 1 / $n ); end
        """;

    private final Stores store;
    private final Path directory;

    private Town town;
    private TownDecisions townDecisions;

    DecisionsTest(Stores store, @TempDir Path directory) {
        this.store = store;
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        Town.write(directory, "library", library(RULES));
        town = Town.open(store, directory);
        townDecisions = new TownDecisions(town);
        town.enrol("library", "ada");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static SchemeText library(String rules) {
        return SchemeText.library()
                .service("{ id: loan, title: Loan, request: LoanRequest, discloses: [outcome, band] }")
                .rules(rules);
    }

    private Decision ask(String json) {
        return townDecisions.ask(json);
    }

    private CallerProblemException refused(String json) {
        return catchThrowableOfType(CallerProblemException.class, () -> ask(json));
    }

    @Test
    void aDecisionIsReadBackAsItWasAnswered() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
        // when
        Decision answered = ask("{'scheme':'library','service':'lending','citizen':'ada'}");
        // then
        assertThat(answered.assessment().answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(townDecisions.decisions.find(answered.id())).contains(answered);
    }

    @Test
    void aReplayIsIdenticalAfterRulesAndDossierHaveChanged() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
        Decision answered = ask("{'scheme':'library','service':'lending','citizen':'ada'}");
        String revision = town.revision("library");
        // when
        Town.write(directory, "library", library(RULES.replace("score < 490", "score < 10")));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !town.revision("library").equals(revision));
        town.state("library.LateReturn", "e2", "ada", "2026-09-01", "{'daysLate':300}");
        town.enrolments.withdraw("library", "ada", "registrar");
        // then
        Replay.Report report = townDecisions.replay.replay(
                townDecisions.decisions.find(answered.id()).orElseThrow());
        assertThat(report.result()).isEqualTo(Replay.Result.IDENTICAL);
        assertThat(report.revision()).isEqualTo(revision);
        assertThat(ask("{'scheme':'library','service':'lending','citizen':'ada'}")
                        .assessment()
                        .answer()
                        .outcome())
                .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void aReplayOfAnAlteredRecordShowsWhere() {
        // given
        Decision answered = ask("{'scheme':'library','service':'lending','citizen':'ada'}");
        DecisionContent content = answered.content();
        Decision altered = new Decision(
                answered.header(),
                new DecisionContent(
                        content.service(),
                        content.attributes(),
                        content.engine(),
                        content.discloses(),
                        content.decimals(),
                        content.dossierHash(),
                        content.assessment().replace("\"GRANTED\"", "\"REFUSED\""),
                        content.traceId()));
        // when
        Replay.Report report = townDecisions.replay.replay(altered);
        // then
        assertThat(report.result()).isEqualTo(Replay.Result.DIFFERENT);
        assertThat(report.differences()).extracting(JsonDifference::path).containsExactly("/decision/outcome");
    }

    @Test
    void aQuestionMayNameARevision() {
        // given
        String old = town.revision("library");
        Town.write(directory, "library", library(RULES.replace("\"Open\" when", "\"Shut\" salience 1 when")));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !town.revision("library").equals(old));
        // when
        Decision answered = ask("{'scheme':'library','service':'lending','citizen':'ada','revision':'" + old + "'}");
        // then
        assertThat(answered.assessment().answer().reasons().get(0).rule()).isEqualTo("Open");
        assertThat(refused("{'scheme':'library','service':'lending','citizen':'ada','revision':'x'}")
                        .violations())
                .extracting(CallerProblemException.Violation::code)
                .containsExactly("unknown-revision");
    }

    @Test
    void aDateMeansTheLastMomentOfThatDayInTheSchemesZone() {
        // when
        Decision answered = ask("{'scheme':'library','service':'lending','citizen':'ada','asOf':'2026-11-01'}");
        // then
        assertThat(answered.header().asOf()).isEqualTo(Instant.parse("2026-11-01T22:59:59.999999Z"));
    }

    @Test
    void everythingWrongWithAQuestionIsSaidAtOnce() {
        // when
        CallerProblemException problem = refused("{'scheme':'library','service':'loan','citizen':'"
                + " ','attributes':{'books':'two','pages':1},'asOf':7,'why':1}");
        // then
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations())
                .extracting(CallerProblemException.Violation::field)
                .containsExactlyInAnyOrder("citizen", "attributes.books", "attributes.pages", "asOf", "why");
        assertThat(refused("{'scheme':'libary','service':'x','citizen':'ada'}").violations())
                .extracting(CallerProblemException.Violation::code)
                .containsExactly("unknown-scheme");
        assertThat(refused("{'scheme':'library','service':'x','citizen':'ada'}").violations())
                .extracting(CallerProblemException.Violation::code)
                .containsExactly("unknown-service");
        assertThat(refused("{'scheme':'library','service':'loan','citizen':'ada'}")
                        .violations())
                .extracting(CallerProblemException.Violation::field)
                .containsExactly("attributes.books");
    }

    @Test
    void aRuleThatThrowsMakesNoDecision() {
        // when
        EvaluationFailedException failed = catchThrowableOfType(
                EvaluationFailedException.class,
                () -> ask("{'scheme':'library','service':'loan','citizen':'ada','attributes':{'books':0}}"));
        // then
        assertThat(failed.rule()).isEqualTo("Breaks");
        long kept = town.database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM decision")
                .mapTo(Long.class)
                .one());
        assertThat(kept).isZero();
    }

    @Test
    void aServiceSeesOnlyWhatItsManifestEntryDiscloses() {
        // when
        DecisionViews.Answer loan = DecisionViews.disclosed(
                ask("{'scheme':'library','service':'loan','citizen':'ada','attributes':{'books':6}}"));
        DecisionViews.Answer lending =
                DecisionViews.disclosed(ask("{'scheme':'library','service':'lending','citizen':'ada'}"));
        // then
        assertThat(loan.outcome()).isEqualTo(Outcome.REFERRED);
        assertThat(loan.terms()).isNull();
        assertThat(loan.reasons()).isNull();
        assertThat(loan.standing()).isEqualTo(new StandingView("SCORED", null, null, "good"));
        assertThat(lending.standing()).isNull();
        assertThat(lending.reasons()).extracting(DecisionViews.ReasonView::rule).isEqualTo(List.of("Open"));
    }

    @Test
    void aStandingListsEachLineWithItsCause() {
        // given
        town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
        // when
        Standings.Page page = new Standings(town.dossiers)
                .read(
                        town.schemes.live("library").orElseThrow().rules(),
                        "ada",
                        new TimePoints(Optional.of(Instant.parse("2026-11-01T00:00:00Z")), Optional.empty()),
                        Instant.now());
        // then
        assertThat(page.standing().score()).isEqualTo(489);
        assertThat(page.adjustments())
                .containsExactly(new Standings.Line(-11, "Late", "11 days late", null, List.of("urn:test#e1"), null));
    }
}
