package org.daylight.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.daylight.dossier.Archive.event;
import static org.daylight.dossier.Archive.lateReturn;
import static org.daylight.dossier.Archive.retraction;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daylight.fixture.Stores;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.scheme.DeclaredType;
import org.daylight.scheme.FieldType;
import org.daylight.scheme.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class IntakeTest {
    private final Archive archive;

    IntakeTest(Stores store, @TempDir Path directory) {
        archive = new Archive(store, directory);
        archive.enrol("ada");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anAcceptedStatementIsInTheDossier() {
        StatementReceipt accepted =
                archive.state("{'specversion':'1.0','type':'community.Income','source':'tax','id':'7',"
                        + "'subject':'ada','time':'2026-11-20T16:30:00.1234567+01:00','datacontenttype':'application/json',"
                        + "'traceparent':'00-1','dataschema':null,"
                        + "'data':{'amount':1200.50,'from':'2026-01-01','note':null}}");

        assertThat(accepted.revision())
                .isEqualTo(archive.schemes.find("community").orElseThrow().revision());
        assertThat(archive.dossiers.known("community", "ada").dossier().statements())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.kind()).isEqualTo(Statement.Kind.FACT);
                    assertThat(statement.reference()).isEqualTo("tax#7");
                    assertThat(statement.validAt()).hasToString("2026-11-20T15:30:00.123456Z");
                    assertThat(statement.recordedAt()).isEqualTo(accepted.recordedAt());
                    assertThat(statement.data()).hasToString("{amount=1200.5, from=2026-01-01}");
                });
    }

    @Test
    void anUnenrolledCitizenIsNotTakenIn() {
        assertThat(problem(() -> archive.state(lateReturn("1", "bob", 9))).violations())
                .containsExactly(new Violation(
                        "citizen-not-enrolled", "subject", "bob", "a citizen who is enrolled in `community`"));
        assertThat(archive.count("statement")).isZero();
    }

    @Test
    void aWithdrawnCitizenIsNotTakenInUntilEnrolledAgain() {
        archive.enrolments.withdraw("community", "ada", "registrar");

        assertThat(problem(() -> archive.state(lateReturn("1", "ada", 9))).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("citizen-not-enrolled"));

        archive.enrol("ada");
        archive.state(lateReturn("1", "ada", 9));
        assertThat(archive.count("statement")).isOne();
    }

    @Test
    void anUnknownTypeIsToldWithTheTypesThatExist() {
        assertThat(problem(() -> archive.state(event("community.LoanRequest", "1", "ada", "{}")))
                        .violations())
                .containsExactly(new Violation(
                        "unknown-type", "type", "LoanRequest", "one of `Income`, `LateReturn`, `Retraction`"));
        assertThat(problem(() -> archive.state(event("harvest.Event", "1", "ada", "{}")))
                        .violations())
                .containsExactly(new Violation("unknown-scheme", "type", "harvest", "one of `community`, `driving`"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'specversion':'1.0'            | 'specversion':'0.3'           | invalid-value specversion 0.3",
                "'specversion':'1.0'            | 'specversion':1.0             | wrong-type specversion 1.0",
                "'specversion':'1.0',           | ``                            | missing-field specversion null",
                "'source':'library'             | 'source':''                   | invalid-value source ",
                "'id':'1'                       | 'id':7                        | wrong-type id 7",
                "'id':'1'                       | 'id':null                     | missing-field id null",
                "'type':'community.LateReturn'  | 'type':'LateReturn'           | invalid-value type LateReturn",
                "'type':'community.LateReturn'  | 'type':'a.b.c'                | invalid-value type a.b.c",
                "'subject':'ada'                | 'subject':' ada'              | invalid-citizen subject  ada",
                "'subject':'ada'                | 'subject':'a\\nda'            | invalid-citizen subject a\\nda",
                "'time':'2026-11-20T16:30:00Z'  | 'time':'2026-11-20T16:30:00'  | invalid-value time 2026-11-20T16:30:00",
                "'time':'2026-11-20T16:30:00Z', | ``                            | missing-field time null",
                "'time'                         | 'datacontenttype':'text/xml','time' | invalid-value datacontenttype text/xml",
                "'time'                         | 'Shelf':'A','time'            | invalid-attribute-name Shelf Shelf",
                "'data':{'daysLate':9}          | 'data_base64':'e30='          | unsupported-data data_base64 `data_base64`",
                "'data':{'daysLate':9}          | 'data':[9]                    | wrong-type data a list",
                "{'daysLate':9}                 | {'daysLate':'9'}              | wrong-type data.daysLate 9",
                "{'daysLate':9}                 | {'daysLate':1.5}              | wrong-type data.daysLate 1.5",
                "{'daysLate':9}                 | {'daysLate':9,'x':1}          | unknown-field data.x x",
                "{'daysLate':9}                 | {}                            | missing-field data.daysLate null",
            })
    void aWrongStatementIsToldByField(String right, String wrong, String told) {
        String event = lateReturn("1", "ada", 9);
        assertThat(event).contains(right);

        CallerProblemException problem = problem(() -> archive.state(event.replace(right, wrong)));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(Archive.told(problem)).extracting(String::strip).contains(told.replace("\\n", "\n"));
        assertThat(archive.count("statement")).isZero();
    }

    @Test
    void everythingWrongInEveryStatementOfABatchIsToldAndNothingIsStored() {
        CallerProblemException problem = problem(() -> archive.stateAll(
                lateReturn("1", "ada", 9),
                lateReturn("", "ada", 9).replace("9}", "'9','note':1}"),
                lateReturn("3", "bob", 9),
                retraction("4", "ada", "nothing"),
                "7"));

        assertThat(Archive.told(problem))
                .containsExactly(
                        "invalid-value [1].id ",
                        "wrong-type [1].data.daysLate 9",
                        "unknown-field [1].data.note note",
                        "citizen-not-enrolled [2].subject bob",
                        "unknown-statement [3].data.id nothing",
                        "wrong-type [4] 7");
        assertThat(archive.count("statement")).isZero();
        assertThat(archive.count("statement_key")).isZero();
    }

    @Test
    void aBatchIsAnsweredInItsOrderAndRecordedAtOneMoment() {
        List<StatementReceipt> accepted =
                archive.stateAll(lateReturn("2", "ada", 9), lateReturn("1", "ada", 9), lateReturn("3", "ada", 1));

        assertThat(accepted).extracting(StatementReceipt::id).containsExactly("2", "1", "3");
        assertThat(accepted)
                .extracting(StatementReceipt::recordedAt)
                .containsOnly(accepted.get(0).recordedAt());
        assertThat(archive.dossiers.known("community", "ada").dossier().statements())
                .extracting(Statement::id)
                .containsExactly("2", "1", "3");
    }

    @Test
    void anEmptyBatchIsAcceptedAndALargeOneIsNot() {
        assertThat(archive.stateAll()).isEmpty();
        assertThat(Archive.told(problem(() -> archive.stateAll("1", "2", "3", "4", "5", "6"))))
                .containsExactly("batch-too-large  6 statements");
    }

    @Test
    void aLongTextIsRefused() {
        assertThat(Archive.told(problem(() -> archive.state(
                        event("community.Income", "1", "ada", "{'amount':1,'note':'123456789012345678901'}")))))
                .containsExactly("too-long data.note 21 characters");
    }

    @Test
    void aStatementSentTwiceIsStoredOnceAndAnsweredAlike() {
        StatementReceipt first = archive.state(event("community.Income", "1", "ada", "{'amount':1.5,'note':'n'}"));

        StatementReceipt second = archive.state(event("community.Income", "1", "ada", "{ 'note':'n', 'amount':1.50 }")
                .replace("16:30:00Z", "17:30:00+01:00"));

        assertThat(second).isEqualTo(first);
        assertThat(archive.count("statement")).isOne();
    }

    @Test
    void aStatementTwiceInOneBatchIsStoredOnceAndAnsweredAlike() {
        List<StatementReceipt> accepted = archive.stateAll(lateReturn("1", "ada", 9), lateReturn("1", "ada", 9));

        assertThat(accepted.get(1)).isEqualTo(accepted.get(0));
        assertThat(archive.count("statement")).isOne();
    }

    @Test
    void aRepeatedStatementIsAnsweredAlikeWhateverHasChangedSince() {
        StatementReceipt first = archive.state(lateReturn("1", "ada", 9));
        archive.enrolments.withdraw("community", "ada", "registrar");
        archive.schemes.publish(
                "community",
                "notice-2",
                HandFilledRegister.type(
                        "LateReturn",
                        DeclaredType.Kind.EVENT,
                        HandFilledRegister.field("hoursLate", FieldType.INT, true)));

        assertThat(archive.state(lateReturn("1", "ada", 9))).isEqualTo(first);

        archive.schemes.remove("community");
        assertThat(archive.state(lateReturn("1", "ada", 9))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'daysLate':9         | 'daysLate':10",
                "'subject':'ada'      | 'subject':'bob'",
                "2026-11-20           | 2026-11-21",
                "community.LateReturn | driving.LateReturn"
            })
    void anIdUsedAgainForSomethingElseIsAConflict(String first, String then) {
        archive.state(lateReturn("1", "ada", 9));

        CallerProblemException problem = problem(() -> archive.stateAll(
                lateReturn("2", "ada", 9), lateReturn("1", "ada", 9).replace(first, then)));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(Archive.told(problem)).containsExactly("statement-id-reused [1].id 1");
        assertThat(archive.count("statement")).isOne();
    }

    @Test
    void anIdUsedTwiceInABatchForDifferentThingsIsAConflict() {
        CallerProblemException problem =
                problem(() -> archive.stateAll(lateReturn("1", "ada", 9), lateReturn("1", "ada", 8)));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(archive.count("statement")).isZero();
    }

    @Test
    void aRetractionNamesAnEarlierStatementEvenOfTheSameBatch() {
        archive.state(lateReturn("1", "ada", 9));

        archive.state(retraction("2", "ada", "1"));
        archive.stateAll(lateReturn("3", "ada", 9), retraction("4", "ada", "3"));

        assertThat(archive.dossiers.known("community", "ada").dossier().statements())
                .filteredOn(statement -> statement.kind() == Statement.Kind.RETRACTION)
                .extracting(Statement::data)
                .hasToString("[{id=1, source=library}, {id=3, source=library}]");
    }

    @Test
    void aRetractionOfWhatIsNotTheSendersToTakeBackIsRefused() {
        archive.enrol("bob");
        archive.state(lateReturn("1", "bob", 9));
        archive.state(lateReturn("2", "ada", 9));
        archive.state(retraction("3", "ada", "2"));

        assertThat(Archive.told(problem(() -> archive.state(retraction("4", "ada", "1")))))
                .containsExactly("unknown-statement data.id 1");
        assertThat(Archive.told(problem(() -> archive.state(retraction("4", "ada", "3")))))
                .containsExactly("retraction-of-retraction data.id 3");
        assertThat(Archive.told(problem(() -> archive.state(retraction("4", "ada", "2")
                        .replace("'source':'library','id':'4'", "'source':'shop','id':'4'")))))
                .containsExactly("retraction-by-another-source data.source library");
        assertThat(Archive.told(problem(
                        () -> archive.state(event("community.Retraction", "4", "ada", "{'id':2,'why':'a mistake'}")))))
                .containsExactly(
                        "missing-field data.source null", "wrong-type data.id 2", "unknown-field data.why why");
    }

    @Test
    void malformedJsonIsToldByLineAndColumn() {
        CallerProblemException problem = problem(() -> archive.state("{'specversion':\n'1.0',}"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations().get(0).found()).asString().startsWith("line 2, column 7");
    }

    private static CallerProblemException problem(ThrowingCallable call) {
        return catchThrowableOfType(CallerProblemException.class, call);
    }
}
