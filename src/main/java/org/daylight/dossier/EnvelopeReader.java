package org.daylight.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daylight.problem.CallerProblemException.Violation;
import org.daylight.problem.JsonBody;
import org.daylight.problem.StrictJson;
import org.daylight.records.CanonicalJson;
import org.daylight.scheme.Sha256;
import org.daylight.store.EpochMicros;

/**
 * Reads CloudEvents 1.0 in JSON format (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md).
 * Extension attributes are allowed and ignored.
 */
final class EnvelopeReader {
    private static final int MAX_KEY_CHARACTERS = 500;
    private static final Pattern TYPE = Pattern.compile("([^.]+)\\.([^.]+)");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z0-9]+");

    private EnvelopeReader() {}

    static Envelope read(JsonNode event, String path) {
        return event instanceof ObjectNode object ? read(object, path) : noEvent(event, path);
    }

    private static Envelope noEvent(JsonNode event, String path) {
        String field = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
        Violation violation = new Violation("wrong-type", field, StrictJson.found(event), "a CloudEvent");
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        StatementKey noKey = new StatementKey("", "");
        return new Envelope(path, noKey, "", "", "", Instant.EPOCH, nothing, "", List.of(violation));
    }

    private static Envelope read(ObjectNode event, String path) {
        List<Violation> violations = new ArrayList<>();
        JsonBody body = JsonBody.inside(event, path, violations);
        StatementKey key =
                new StatementKey(body.text("source", MAX_KEY_CHARACTERS), body.text("id", MAX_KEY_CHARACTERS));
        checkFormat(body);
        String type = body.text("type");
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches() && !type.isEmpty()) {
            body.refuse("invalid-value", "type", StrictJson.cut(type), "`<scheme>.<Type>`");
        }
        String scheme = parts.matches() ? parts.group(1) : "";
        String declared = parts.matches() ? parts.group(2) : "";
        String citizen = citizen(body, path, violations);
        Instant validAt = body.instant("time");
        ObjectNode data = body.object("data");
        String digest = violations.isEmpty() ? digest(type, citizen, validAt, data) : "";
        return new Envelope(path, key, scheme, declared, citizen, validAt, data, digest, List.copyOf(violations));
    }

    private static void checkFormat(JsonBody body) {
        String version = body.text("specversion");
        if (!version.isEmpty() && !version.equals("1.0")) {
            body.refuse("invalid-value", "specversion", StrictJson.cut(version), "`1.0`");
        }
        body.optionalText("datacontenttype").ifPresent(type -> {
            if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
                body.refuse("invalid-value", "datacontenttype", StrictJson.cut(type), "`application/json`");
            }
        });
        for (String name : body.names()) {
            if (name.equals("data_base64")) {
                body.refuse("unsupported-data", name, "`data_base64`", "`data` with a JSON object");
            } else if (!ATTRIBUTE_NAME.matcher(name).matches()) {
                String shown = StrictJson.cut(name);
                body.refuse("invalid-attribute-name", shown, shown, "a name of lower-case letters a to z and digits");
            }
        }
    }

    private static String citizen(JsonBody body, String path, List<Violation> violations) {
        String citizen = body.text("subject");
        Optional<Violation> violation =
                citizen.isEmpty() ? Optional.empty() : CitizenId.violation(citizen, path + "subject");
        violation.ifPresent(violations::add);
        return violation.isPresent() ? "" : citizen;
    }

    /** The hash of an event's meaning: its spelling (order, blanks, offset of the time) does not count. */
    private static String digest(String type, String citizen, Instant validAt, ObjectNode data) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("type", type);
        content.put("subject", citizen);
        content.put("time", EpochMicros.of(validAt));
        content.set("data", data);
        return Sha256.hex(CanonicalJson.bytes(content));
    }
}
