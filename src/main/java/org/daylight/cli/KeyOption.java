package org.daylight.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.VerifierKey;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;
import picocli.CommandLine.Option;

/** {@code --key}: the public key of the log that is verified. */
final class KeyOption {
    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY|FILE",
            description = "The log's verifier key, <name>+<id>+<base64>, or a file with it: as text, or as GET /log/key"
                    + " answers.")
    private String text = "";

    VerifierKey key() {
        return parse(text);
    }

    /** Reads a key, or the file that the text names. */
    static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text.contains("+") && !Files.exists(Path.of(text)) ? text.strip() : inFile(text));
        } catch (MalformedNoteException refused) {
            throw new UsageException(refused.what());
        }
    }

    private static String inFile(String file) {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new UsageException("`" + file + "` is neither a verifier key nor a file with one");
        }
        String content = FileBytes.key(Path.of(file));
        if (!content.startsWith("{")) {
            return content;
        }
        try {
            JsonNode key = StrictJson.read(content).path("key");
            return key.asText("");
        } catch (CallerProblemException noJson) {
            throw new UsageException("`" + file + "` has no verifier key: " + noJson.getMessage());
        }
    }
}
