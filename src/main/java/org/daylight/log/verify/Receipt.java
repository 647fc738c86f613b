package org.daylight.log.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.daylight.log.Leaf;
import org.daylight.log.merkle.Hash;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.InclusionProof;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.VerifierKey;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;

/**
 * A record and the proof that it was logged, as {@code GET /decisions/{id}/receipt} answers.
 *
 * @param record the text whose UTF-8 bytes were logged, to the letter
 * @param proof with the salt as its {@code extra}
 */
public record Receipt(String record, InclusionProof proof) {

    /**
     * Reads {@code {"record": "…", "proof": "…"}}, both as texts.
     *
     * @throws MalformedNoteException saying what is not as it should be
     */
    public static Receipt parse(byte[] json) {
        JsonNode receipt = document(json);
        return new Receipt(text(receipt, "record"), InclusionProof.parse(text(receipt, "proof")));
    }

    private static JsonNode document(byte[] json) {
        try {
            return StrictJson.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedNoteException("no receipt: it is not UTF-8");
        } catch (CallerProblemException notJson) {
            throw new MalformedNoteException(
                    "no receipt: " + notJson.violations().get(0));
        }
    }

    private static String text(JsonNode receipt, String field) {
        JsonNode value = receipt.path(field);
        if (!value.isTextual()) {
            throw new MalformedNoteException("no receipt: it has no text `" + field + "`");
        }
        return value.textValue();
    }

    /**
     * The checkpoint that vouches for the record.
     *
     * @throws MalformedNoteException saying what was altered
     */
    public Checkpoint verify(VerifierKey key) {
        byte[] salt = proof.extraBytes()
                .filter(extra -> extra.length == Leaf.SALT_BYTES)
                .orElseThrow(() -> new MalformedNoteException("proof: no salt of " + Leaf.SALT_BYTES
                        + " bytes in an `extra` line, so the leaf cannot be made"));
        return proof.verify(Hash.leaf(Leaf.of(salt, record.getBytes(StandardCharsets.UTF_8))), key);
    }

    /** The kind and id that the record gives itself, such as {@code decision 0198…}. */
    public String subject() {
        try {
            JsonNode content = StrictJson.read(record);
            return content.path("record").asText("record") + " "
                    + content.path("id").asText("");
        } catch (CallerProblemException noJson) {
            return "record";
        }
    }
}
