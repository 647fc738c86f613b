package org.daylight.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.daylight.records.CanonicalJson;
import org.daylight.scheme.Sha256;
import org.daylight.store.EpochMicros;

/**
 * The hash of a dossier as read: over one line of canonical JSON that says whose it is, {@code [scheme,citizen,enrolled]}, and
 * for each statement, by position, the line {@code [position,kind,type,source,id,validAt,recordedAt]} and the line of its
 * data; instants in microseconds, every line ended by a newline.
 */
final class DossierHash {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private DossierHash() {}

    static String of(String scheme, String citizen, boolean enrolled, List<StoredStatement> held) {
        DossierHash hash = new DossierHash();
        hash.line(CanonicalJson.bytes(array().add(scheme).add(citizen).add(enrolled)));
        for (StoredStatement each : held) {
            hash.line(CanonicalJson.bytes(header(each)));
            hash.line(each.content().payload().bytes());
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
