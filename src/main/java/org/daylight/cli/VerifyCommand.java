package org.daylight.cli;

import picocli.CommandLine.Command;

/** {@code daylight verify}: whether what is kept is what was logged. */
@Command(
        name = "verify",
        description =
                "Checks a receipt, a log or a whole database against what the log signed, and names what was altered.",
        synopsisSubcommandLabel = "(receipt | log | store)",
        footer = {
            "",
            "Examples:",
            "  daylight verify receipt decision.json --key log-key.json",
            "  daylight verify log https://daylight.example/log --key log-key.json",
            "  daylight verify store --data data --key log-key.json",
            "",
            "The key is the log's verifier key, or a file with it; GET /log/key tells it. Keep it where the log's",
            "operator cannot change it: with the key, neither a server nor a network is trusted.",
            "",
            "Exit codes: 0 all is as it was signed; 1 something was altered or is missing;",
            "2 wrong usage, or what should be verified cannot be read."
        })
final class VerifyCommand {}
