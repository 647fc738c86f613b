package org.daylight.dossier;

import java.time.Instant;
import org.daylight.records.CanonicalObject;
import org.daylight.records.SealedFields;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Statement;
import org.daylight.vault.RecordAddress;

/**
 * A statement with everything that is kept of it.
 *
 * @param row what is in clear
 * @param body what is sealed
 */
record StoredStatement(Row row, Body body) {

    /** What finds a statement. */
    record Row(
            String citizen,
            String scheme,
            long position,
            Statement.Kind kind,
            Instant validAt,
            Instant recordedAt,
            String recordedBy,
            String revision) {

        RecordAddress place() {
            return RecordAddress.of("statement", citizen, scheme, Long.toString(position));
        }
    }

    /** @param digest of the content as it was sent, see {@link Envelope} */
    record Body(String type, StatementKey key, Payload payload, String digest) {
        static Body of(SealedPayload payload) {
            SealedFields fields = payload.personal();
            return new Body(
                    fields.text(0),
                    new StatementKey(fields.text(1), fields.text(2)),
                    new Payload(fields.bytes(3)),
                    fields.text(4));
        }

        SealedPayload contents() {
            return SealedPayload.of(new SealedFields()
                    .with(type)
                    .with(key.source())
                    .with(key.id())
                    .with(payload.bytes())
                    .with(digest));
        }
    }

    StatementReceipt accepted() {
        return new StatementReceipt(
                body.key().source(),
                body.key().id(),
                row.scheme(),
                body.type(),
                row.citizen(),
                row.recordedAt(),
                row.revision());
    }

    Statement statement() {
        return new Statement(
                body.key().source(),
                body.key().id(),
                row.kind(),
                body.type(),
                row.validAt(),
                row.recordedAt(),
                body.payload().data());
    }

    /** The canonical record. */
    byte[] record() {
        return CanonicalObject.record("statement")
                .with("citizen", row.citizen())
                .withJson("data", body.payload().bytes())
                .with("id", body.key().id())
                .with("kind", row.kind().name())
                .with("position", row.position())
                .with("recordedAt", row.recordedAt())
                .with("recordedBy", row.recordedBy())
                .with("revision", row.revision())
                .with("scheme", row.scheme())
                .with("source", body.key().source())
                .with("type", body.type())
                .with("validAt", row.validAt())
                .bytes();
    }
}
