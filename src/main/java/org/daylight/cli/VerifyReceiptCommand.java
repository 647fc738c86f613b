package org.daylight.cli;

import java.nio.file.Path;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.verify.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code daylight verify receipt}. */
@Command(
        name = "receipt",
        description = "Checks offline that a record is in the log, exactly as the receipt has it.",
        footer = {
            "",
            "FILE is the answer of GET /decisions/{id}/receipt, as it came.",
            "",
            "Example:",
            "  daylight verify receipt decision.json --key log-key.json",
            "",
            "Exit codes: 0 the record was logged as it stands there; 1 it was not, or was altered;",
            "2 wrong usage, or the file cannot be read."
        })
final class VerifyReceiptCommand extends ConsoleCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "A saved receipt.")
    private Path file = Path.of("");

    @Mixin
    private KeyOption key = new KeyOption();

    @Override
    public Integer call() {
        byte[] bytes = FileBytes.read(file);
        try {
            Receipt receipt = Receipt.parse(bytes);
            Checkpoint checkpoint = receipt.verify(key.key());
            println(receipt.subject() + ": logged as leaf "
                    + receipt.proof().index() + " of `" + checkpoint.origin() + "`, under a checkpoint over "
                    + Plural.of(checkpoint.size(), "record"));
            return ExitCode.ALL_RIGHT;
        } catch (MalformedNoteException refused) {
            println(file + ": " + refused.what());
            return ExitCode.ALTERED;
        }
    }
}
