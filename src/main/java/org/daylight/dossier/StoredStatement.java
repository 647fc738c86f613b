package org.daylight.dossier;

import java.time.Instant;
import org.daylight.records.CanonicalObject;
import org.daylight.records.RecordHeader;
import org.daylight.records.SealedFields;
import org.daylight.records.SealedPayload;
import org.daylight.scheme.Statement;

/**
 * A statement as it is stored.
 *
 * @param header stored in clear
 * @param content stored sealed
 */
record StoredStatement(Header header, Content content) {

    /** The part in clear, by which a statement is found. */
    record Header(
            String citizen,
            String scheme,
            long position,
            Statement.Kind kind,
            Instant validAt,
            Instant recordedAt,
            String recordedBy,
            String revision)
            implements RecordHeader {}

    /** @param digest of the content as it was sent, see {@link Envelope} */
    record Content(String type, StatementKey key, Payload payload, String digest) {
        static Content of(SealedFields fields) {
            return new Content(
                    fields.text(0),
                    new StatementKey(fields.text(1), fields.text(2)),
                    new Payload(fields.bytes(3)),
                    fields.text(4));
        }

        SealedPayload sealedPayload() {
            return SealedPayload.of(new SealedFields()
                    .with(type)
                    .with(key.source())
                    .with(key.id())
                    .with(payload.bytes())
                    .with(digest));
        }
    }

    StatementReceipt receipt() {
        return new StatementReceipt(
                content.key().source(),
                content.key().id(),
                header.scheme(),
                content.type(),
                header.citizen(),
                header.recordedAt(),
                header.revision());
    }

    Statement statement() {
        return new Statement(
                content.key().source(),
                content.key().id(),
                header.kind(),
                content.type(),
                header.validAt(),
                header.recordedAt(),
                content.payload().data());
    }

    /** The bytes of the canonical record, which is logged. */
    byte[] canonical() {
        return CanonicalObject.record("statement")
                .with("citizen", header.citizen())
                .withJson("data", content.payload().bytes())
                .with("id", content.key().id())
                .with("kind", header.kind().name())
                .with("position", header.position())
                .with("recordedAt", header.recordedAt())
                .with("recordedBy", header.recordedBy())
                .with("revision", header.revision())
                .with("scheme", header.scheme())
                .with("source", content.key().source())
                .with("type", content.type())
                .with("validAt", header.validAt())
                .bytes();
    }
}
