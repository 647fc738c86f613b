package org.daylight.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.QuotedList;
import org.daylight.problem.StrictJson;
import org.daylight.records.RecordStore;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Register;

/** Enrols and withdraws citizens. Nobody is scored before an enrolment or after a withdrawal. */
public final class Enrolments {
    private final RecordStore records;
    private final Register register;

    public Enrolments(RecordStore records, Register register) {
        this.records = records;
        this.register = register;
    }

    /**
     * Records that a citizen was given the live notice. A citizen who is enrolled with that notice already is answered alike,
     * and nothing is stored.
     *
     * @param recordedBy the caller's name
     * @throws CallerProblemException 404 when the scheme is not live, 422 when notice or basis are not the scheme's
     */
    public Enrolment enrol(String scheme, EnrolmentRequest request, String recordedBy) {
        PublishedScheme live = register.find(scheme)
                .orElseThrow(() -> CallerProblemException.of(
                        404, "unknown-scheme", "scheme", StrictJson.cut(scheme), QuotedList.oneOf(register.ids())));
        check(live, request);
        StoredEnrolment enrolled = StoredEnrolment.enrolled(live, request, recordedBy);
        return records.write((session, recordedAt) -> {
            EnrolmentRows rows = new EnrolmentRows(session);
            Optional<StoredEnrolment> latest = rows.latest(scheme, request.citizen());
            if (latest.filter(enrolled::saysTheSameAs).isPresent()) {
                return latest.get().toEnrolment();
            }
            return rows.append(enrolled, latest, recordedAt).toEnrolment();
        });
    }

    /**
     * Records that a citizen has left the scheme.
     *
     * @throws CallerProblemException 404 when the citizen is not enrolled
     */
    public void withdraw(String scheme, String citizen, String recordedBy) {
        Optional<String> revision = register.find(scheme).map(PublishedScheme::revision);
        records.write((session, recordedAt) -> {
            EnrolmentRows rows = new EnrolmentRows(session);
            Optional<StoredEnrolment> latest = rows.latest(scheme, citizen);
            if (latest.filter(StoredEnrolment::isEnrolled).isEmpty()) {
                throw CallerProblemException.of(
                        404, "citizen-not-enrolled", "citizen", StrictJson.cut(citizen), "a citizen who is enrolled");
            }
            StoredEnrolment withdrawn = StoredEnrolment.withdrawn(scheme, citizen, revision.orElse(null), recordedBy);
            return rows.append(withdrawn, latest, recordedAt);
        });
    }

    private static void check(PublishedScheme live, EnrolmentRequest request) {
        List<Violation> violations = new ArrayList<>();
        CitizenId.violation(request.citizen(), "citizen").ifPresent(violations::add);
        String notice = live.scheme().notice().version();
        if (!request.notice().equals(notice)) {
            violations.add(
                    new Violation("wrong-notice", "notice", StrictJson.cut(request.notice()), "`" + notice + "`"));
        }
        String basis = live.scheme().manifest().lawfulBasis().name();
        if (!request.lawfulBasis().equals(basis)) {
            violations.add(new Violation(
                    "wrong-lawful-basis", "lawfulBasis", StrictJson.cut(request.lawfulBasis()), "`" + basis + "`"));
        }
        if (!violations.isEmpty()) {
            throw new CallerProblemException(422, violations);
        }
    }
}
