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
 * An enrolment or a withdrawal with everything that is kept of it.
 *
 * @param header what is in clear
 * @param content what is sealed
 */
record StoredEnrolment(Header header, Content content) {
    enum Action {
        ENROLLED,
        WITHDRAWN
    }

    /**
     * What finds an enrolment.
     *
     * @param revision null for a withdrawal from a scheme that was not live
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
        Header at(long newPosition, Instant moment) {
            return new Header(citizen, scheme, newPosition, action, revision, moment, recordedBy);
        }
    }

    /** What a citizen was enrolled by; empty for a withdrawal, and where the citizen was erased since. */
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
    static StoredEnrolment enrolled(PublishedScheme live, EnrolmentRequest request, String by) {
        return new StoredEnrolment(
                new Header(
                        request.citizen(), live.scheme().id(), 0, Action.ENROLLED, live.revision(), Instant.EPOCH, by),
                new Content(request.notice(), request.lawfulBasis()));
    }

    /** A withdrawal that has no position and no moment yet. */
    static StoredEnrolment withdrawn(String scheme, String citizen, @Nullable String revision, String by) {
        return new StoredEnrolment(
                new Header(citizen, scheme, 0, Action.WITHDRAWN, revision, Instant.EPOCH, by), Content.NOTHING);
    }

    boolean isEnrolled() {
        return header.action() == Action.ENROLLED;
    }

    boolean saysTheSameAs(StoredEnrolment other) {
        return header.action() == other.header.action() && content.equals(other.content);
    }

    /** The canonical record. */
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
