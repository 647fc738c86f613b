package org.daylight.cli;

import org.daylight.log.note.MalformedNote;
import org.daylight.log.note.VerifierKey;
import picocli.CommandLine.Option;

/** {@code --key}: the public key of the log that is verified. */
final class KeyOption {
    @Option(
            names = "--key",
            required = true,
            paramLabel = "VERIFIER_KEY",
            description = "The log's verifier key, <name>+<id>+<base64>.")
    private String text = "";

    VerifierKey key() {
        return parse(text);
    }

    static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (MalformedNote refused) {
            throw new UsageProblem(refused.what());
        }
    }
}
