package org.daylight.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daylight.fixture.Stores;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.scheme.LawfulBasis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class EnrolmentsTest {
    private final Archive archive;

    EnrolmentsTest(Stores store, @TempDir Path directory) {
        archive = new Archive(store, directory);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anEnrolledCitizenIsEnrolledInThatSchemeOnly() {
        Enrolment enrolment = archive.enrol("ada");

        assertThat(enrolment.notice()).isEqualTo(HandFilledRegister.NOTICE);
        assertThat(enrolment.lawfulBasis()).isEqualTo(LawfulBasis.CONSENT);
        assertThat(archive.dossiers.known("community", "ada").dossier().enrolled())
                .isTrue();
        assertThat(archive.dossiers.known("driving", "ada").dossier().enrolled())
                .isFalse();
        assertThat(archive.dossiers.known("community", "bob").dossier().enrolled())
                .isFalse();
    }

    @Test
    void enrollingAgainWithTheSameNoticeIsAnsweredAlikeAndStoresNothing() {
        Enrolment first = archive.enrol("ada");

        assertThat(archive.enrol("ada")).isEqualTo(first);
        assertThat(archive.count("enrolment")).isOne();
    }

    @Test
    void aNewNoticeIsANewEnrolment() {
        archive.enrol("ada");
        archive.schemes.publish("community", "notice-2", HandFilledRegister.LATE_RETURN);

        Enrolment second =
                archive.enrolments.enrol("community", new EnrolmentRequest("ada", "notice-2", "CONSENT"), "registrar");

        assertThat(second.notice()).isEqualTo("notice-2");
        assertThat(archive.count("enrolment")).isEqualTo(2);
    }

    @Test
    void aWithdrawnCitizenIsNotEnrolledAndMayEnrolAgain() {
        Enrolment first = archive.enrol("ada");

        archive.enrolments.withdraw("community", "ada", "registrar");
        assertThat(archive.dossiers.known("community", "ada").dossier().enrolled())
                .isFalse();

        Enrolment again = archive.enrol("ada");
        assertThat(again.recordedAt()).isAfterOrEqualTo(first.recordedAt());
        assertThat(archive.dossiers.known("community", "ada").dossier().enrolled())
                .isTrue();
        assertThat(archive.count("enrolment")).isEqualTo(3);
    }

    @Test
    void aNoticeOrBasisThatIsNotTheSchemesIsToldWithTheOneThatIs() {
        CallerProblemException problem = problem(() ->
                archive.enrolments.enrol("community", new EnrolmentRequest(" ada", "notice-0", "WHIM"), "registrar"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "invalid-citizen at `citizen`: found ` ada`, expected 1 to 200 characters, no control characters,"
                                + " no blanks around",
                        "wrong-notice at `notice`: found `notice-0`, expected `notice-1`",
                        "wrong-lawful-basis at `lawfulBasis`: found `WHIM`, expected `CONSENT`");
        assertThat(archive.count("enrolment")).isZero();
    }

    @Test
    void aSchemeThatIsNotLiveIsNotFound() {
        CallerProblemException problem = problem(
                () -> archive.enrolments.enrol("harvest", new EnrolmentRequest("ada", "n", "CONSENT"), "registrar"));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.violations())
                .containsExactly(new Violation("unknown-scheme", "scheme", "harvest", "one of `community`, `driving`"));
    }

    @Test
    void whoIsNotEnrolledCannotBeWithdrawn() {
        archive.enrol("ada");
        archive.enrolments.withdraw("community", "ada", "registrar");

        assertThat(problem(() -> archive.enrolments.withdraw("community", "ada", "registrar"))
                        .status())
                .isEqualTo(404);
        assertThat(problem(() -> archive.enrolments.withdraw("community", "bob", "registrar"))
                        .violations())
                .containsExactly(new Violation("citizen-not-enrolled", "citizen", "bob", "a citizen who is enrolled"));
        assertThat(archive.count("enrolment")).isEqualTo(2);
    }

    @Test
    void aCitizenCanLeaveASchemeThatIsNoLongerLive() {
        archive.enrol("ada");
        archive.schemes.remove("community");

        archive.enrolments.withdraw("community", "ada", "registrar");

        assertThat(archive.dossiers.known("community", "ada").dossier().enrolled())
                .isFalse();
    }

    @Test
    void aRequestIsReadWithEverythingThatIsWrong() {
        assertThat(Archive.told(problem(() -> EnrolmentRequest.read("{\"citizen\":1,\"notice\":null,\"bonus\":1}"))))
                .containsExactly(
                        "wrong-type citizen 1",
                        "missing-field notice null",
                        "missing-field lawfulBasis null",
                        "unknown-field bonus bonus");
    }

    private static CallerProblemException problem(ThrowingCallable call) {
        return catchThrowableOfType(CallerProblemException.class, call);
    }
}
