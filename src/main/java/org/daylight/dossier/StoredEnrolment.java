package org.daylight.dossier;

import java.time.Instant;
import java.util.Objects;
import org.daylight.records.CanonicalObject;
import org.daylight.records.RecordHeader;
import org.daylight.records.SealedFields;
import org.daylight.scheme.LawfulBasis;
import org.daylight.scheme.PublishedScheme;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment or a withdrawal as it is stored.
 *
 * @param header stored in clear
 * @param content stored sealed
 */
record StoredEnrolment(Header header, Content content) {
    enum Action {
        ENROLLED,
        WITHDRAWN
    }

    /**
     * The part in clear, by which an enrolment is found.
     *
     * @param revision null for a withdrawal by an erasure, or from a scheme that was not live
     */
    record Header(
            String citizen,
            String scheme,
            long position,
            Action action,
            @Nullable String revision,
            Instant recordedAt,
            String recordedBy)
            implements RecordHeader {
        Header at(long newPosition, Instant newRecordedAt) {
            return new Header(citizen, scheme, newPosition, action, revision, newRecordedAt, recordedBy);
        }
    }

    /** The notice and basis of an enrolment; both null for a withdrawal, and where the citizen was erased since. */
    record Content(@Nullable String notice, @Nullable String lawfulBasis) {
        static final Content NOTHING = new Content(null, null);

        static Content of(SealedFields fields) {
            return fields.count() == 0 ? NOTHING : new Content(fields.text(0), fields.text(1));
        }

        SealedFields fields() {
            return notice == null || lawfulBasis == null
                    ? new SealedFields()
                    : new SealedFields().with(notice).with(lawfulBasis);
        }
    }

    /** An enrolment that has no position and no moment yet. */
    static StoredEnrolment enrolled(PublishedScheme live, EnrolmentRequest request, String recordedBy) {
        String scheme = live.scheme().id();
        return new StoredEnrolment(
                new Header(request.citizen(), scheme, 0, Action.ENROLLED, live.revision(), Instant.EPOCH, recordedBy),
                new Content(request.notice(), request.lawfulBasis()));
    }

    /** A withdrawal that has no position and no moment yet. */
    static StoredEnrolment withdrawn(String scheme, String citizen, @Nullable String revision, String recordedBy) {
        return new StoredEnrolment(
                new Header(citizen, scheme, 0, Action.WITHDRAWN, revision, Instant.EPOCH, recordedBy), Content.NOTHING);
    }

    boolean isEnrolled() {
        return header.action() == Action.ENROLLED;
    }

    /** Whether another one has the same action, notice and basis. */
    boolean saysTheSameAs(StoredEnrolment other) {
        return header.action() == other.header.action() && content.equals(other.content);
    }

    /** The bytes of the canonical record, which is logged. */
    byte[] canonical() {
        return CanonicalObject.record("enrolment")
                .with("action", header.action().name())
                .with("citizen", header.citizen())
                .with("lawfulBasis", content.lawfulBasis())
                .with("notice", content.notice())
                .with("position", header.position())
                .with("recordedAt", header.recordedAt())
                .with("recordedBy", header.recordedBy())
                .with("revision", header.revision())
                .with("scheme", header.scheme())
                .bytes();
    }

    /** The answer to a registrar; only an enrolment that was not erased has one. */
    Enrolment toEnrolment() {
        return new Enrolment(
                header.scheme(),
                header.citizen(),
                Objects.requireNonNull(content.notice()),
                LawfulBasis.valueOf(Objects.requireNonNull(content.lawfulBasis())),
                header.recordedAt(),
                Objects.requireNonNull(header.revision()));
    }
}
