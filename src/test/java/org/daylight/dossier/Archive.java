package org.daylight.dossier;

import java.nio.file.Path;
import java.util.List;
import org.daylight.fixture.OpenRecordStore;
import org.daylight.fixture.Stores;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.records.RecordStore;
import org.daylight.store.Database;
import org.daylight.store.GroupWriter;

/** The doors of this package on a database of its own, as a test uses them. */
final class Archive implements AutoCloseable {
    static final String BY = "library";

    final HandFilledRegister schemes = new HandFilledRegister();
    final Database database;
    final GroupWriter writer;
    final RecordStore records;
    final Intake intake;
    final Enrolments enrolments;
    final Dossiers dossiers;
    private final OpenRecordStore open;

    Archive(Stores store, Path directory) {
        open = OpenRecordStore.in(store, directory);
        database = open.database;
        writer = open.writer;
        records = open.records;
        intake = new Intake(records, schemes, new Intake.Limits(5, 20));
        enrolments = new Enrolments(records, schemes);
        dossiers = new Dossiers(records);
    }

    Enrolment enrol(String citizen) {
        return enrolments.enrol(
                "community", new EnrolmentRequest(citizen, HandFilledRegister.NOTICE, "CONSENT"), "registrar");
    }

    /** Single quotes stand for double ones. */
    StatementReceipt state(String event) {
        return intake.one(event.replace('\'', '"'), BY);
    }

    List<StatementReceipt> stateAll(String... events) {
        return intake.batch(("[" + String.join(",", events) + "]").replace('\'', '"'), BY);
    }

    static String lateReturn(String id, String citizen, int daysLate) {
        return event("community.LateReturn", id, citizen, "{'daysLate':" + daysLate + "}");
    }

    static String event(String type, String id, String citizen, String data) {
        return "{'specversion':'1.0','type':'" + type + "','source':'library','id':'" + id + "','subject':'" + citizen
                + "','time':'2026-11-20T16:30:00Z','data':" + data + "}";
    }

    static String retraction(String id, String citizen, String retracted) {
        return event("community.Retraction", id, citizen, "{'source':'library','id':'" + retracted + "'}");
    }

    long count(String table) {
        return database.reading().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(long.class)
                .one());
    }

    /** What is wrong, each as {@code code field found}. */
    static List<String> told(CallerProblemException problem) {
        return problem.violations().stream().map(Archive::told).toList();
    }

    private static String told(Violation violation) {
        return violation.code() + " " + violation.field() + " " + violation.found();
    }

    @Override
    public void close() {
        open.close();
    }
}
