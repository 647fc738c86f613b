package org.daylight.log.note;

import java.util.regex.Pattern;
import org.daylight.log.merkle.Hash;

/**
 * A log's statement of its state: so many leaves, under this root. (C2SP tlog-checkpoint)
 *
 * @param origin the log's name, a URL prefix without scheme and last slash
 * @param size leaves in the tree
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    public SignedNote signed(SigningKey key) {
        return SignedNote.of(text(), key.verifier(), key.sign(text()));
    }

    /**
     * Reads a signed checkpoint. Lines after the third are extensions and are ignored, though signed.
     *
     * @throws MalformedNoteException naming the line, or saying that the key did not sign it or is not the log's
     */
    public static Checkpoint verified(SignedNote note, VerifierKey key) {
        if (!note.isSignedBy(key)) {
            throw new MalformedNoteException("no signature by `" + key.name() + "` with this key");
        }
        Checkpoint checkpoint = read(note);
        if (!checkpoint.origin.equals(key.name())) {
            throw new MalformedNoteException(
                    "line 1: the origin is `" + checkpoint.origin + "`, but the key is that of `" + key.name() + "`");
        }
        return checkpoint;
    }

    /** Reads a checkpoint's lines, whoever signed them; the exception names a line that is not as the format has it. */
    public static Checkpoint read(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4) {
            throw new MalformedNoteException("expected three lines, origin, tree size and root hash");
        }
        if (lines[0].isEmpty()) {
            throw new MalformedNoteException("line 1: the origin is empty");
        }
        Hash root = Hash.parse(lines[2])
                .orElseThrow(
                        () -> new MalformedNoteException("line 3: `" + lines[2] + "` is no SHA-256 hash in base64"));
        return new Checkpoint(lines[0], size(lines[1]), root);
    }

    private static long size(String line) {
        if (SIZE.matcher(line).matches()) {
            try {
                return Long.parseLong(line);
            } catch (NumberFormatException tooLarge) {
                // Told below, like a size that is no number.
            }
        }
        throw new MalformedNoteException("line 2: `" + line + "` is no tree size");
    }
}
