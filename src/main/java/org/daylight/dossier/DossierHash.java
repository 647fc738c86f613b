package org.daylight.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.daylight.records.CanonicalJson;
import org.daylight.scheme.Sha256;
import org.daylight.store.EpochMicros;

/**
 * The hash of a dossier as read. It is taken over lines of canonical JSON, each ended by a newline: first
 * {@code [scheme,citizen,enrolled]}, then for each statement, by position,
 * {@code [position,kind,type,source,id,validAt,recordedAt]} and its data. Instants are in microseconds since the epoch.
 */
final class DossierHash {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private DossierHash() {}

    /** The SHA-256 hash in hex. */
    static String of(String scheme, String citizen, boolean enrolled, List<StoredStatement> statements) {
        DossierHash hash = new DossierHash();
        hash.line(CanonicalJson.bytes(array().add(scheme).add(citizen).add(enrolled)));
        for (StoredStatement statement : statements) {
            hash.line(CanonicalJson.bytes(header(statement)));
            hash.line(statement.content().payload().bytes());
        }
        return Sha256.hex(hash.lines.toByteArray());
    }

    private static ArrayNode header(StoredStatement statement) {
        return array().add(statement.header().position())
                .add(statement.header().kind().name())
                .add(statement.content().type())
                .add(statement.content().key().source())
                .add(statement.content().key().id())
                .add(EpochMicros.of(statement.header().validAt()))
                .add(EpochMicros.of(statement.header().recordedAt()));
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private void line(byte[] json) {
        lines.writeBytes(json);
        lines.write('\n');
    }
}
