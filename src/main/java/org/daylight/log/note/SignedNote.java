package org.daylight.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and its signatures. (C2SP signed-note)
 *
 * @param text ends with a newline
 * @param signatures in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final Pattern SIGNATURE = Pattern.compile("\u2014 ([^ ]+) ([A-Za-z0-9+/]+=*)");
    private static final int SIGNATURES_MAX = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** A signature's line; the base64 is of the key's id in 4 bytes and the signature. */
    public record NoteSignature(String name, int keyId, String signatureBase64) {
        static NoteSignature of(VerifierKey key, byte[] signature) {
            byte[] blob = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(key.id())
                    .put(signature)
                    .array();
            return new NoteSignature(key.name(), key.id(), Base64.getEncoder().encodeToString(blob));
        }

        byte[] signature() {
            byte[] blob = Base64.getDecoder().decode(signatureBase64);
            return Arrays.copyOfRange(blob, Integer.BYTES, blob.length);
        }
    }

    /** The text signed by one key. */
    public static SignedNote of(String text, VerifierKey key, byte[] signature) {
        return new SignedNote(text, List.of(NoteSignature.of(key, signature)));
    }

    /**
     * Reads a note without checking its signatures.
     *
     * @throws MalformedNoteException saying which line is not as the format has it
     */
    public static SignedNote parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new MalformedNoteException(
                    "no signed note: expected a text, an empty line, and signatures that end in a newline");
        }
        if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new MalformedNoteException("no signed note: it has a control character");
        }
        String text = note.substring(0, gap + 1);
        String[] lines = note.substring(gap + 2).split("\n", -1);
        if (lines.length - 1 > SIGNATURES_MAX) {
            throw new MalformedNoteException("a note with more than " + SIGNATURES_MAX + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int i = 0; i < lines.length - 1; i++) {
            signatures.add(signature(lines[i], i + 1));
        }
        if (signatures.isEmpty()) {
            throw new MalformedNoteException("a note without a signature");
        }
        return new SignedNote(text, signatures);
    }

    /**
     * Reads a note from its bytes.
     *
     * @throws MalformedNoteException when they are no UTF-8, too
     */
    public static SignedNote parse(byte[] bytes) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedNoteException("no signed note: it is not UTF-8");
        }
    }

    private static NoteSignature signature(String line, int number) {
        Matcher parts = SIGNATURE.matcher(line);
        if (!parts.matches()) {
            throw new MalformedNoteException("signature line " + number + ": expected `\u2014 <key name> <base64>`");
        }
        byte[] blob = decoded(parts.group(2), number);
        KeyName.checked(parts.group(1));
        return new NoteSignature(parts.group(1), ByteBuffer.wrap(blob).getInt(), parts.group(2));
    }

    private static byte[] decoded(String base64, int number) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            if (blob.length > Integer.BYTES
                    && Base64.getEncoder().encodeToString(blob).equals(base64)) {
                return blob;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, like a signature that is too short.
        }
        throw new MalformedNoteException("signature line " + number + ": no signature in base64");
    }

    /**
     * Whether the key signed the text. Signatures by other keys are ignored.
     *
     * @throws MalformedNoteException when a signature claims to be by this key and is not
     */
    boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> claims = signatures.stream()
                .filter(signature ->
                        signature.keyId() == key.id() && signature.name().equals(key.name()))
                .toList();
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (NoteSignature claim : claims) {
            if (!key.verifies(message, claim.signature())) {
                throw new MalformedNoteException(
                        "the signature by `" + key.name() + "` does not fit the text it stands under");
            }
        }
        return !claims.isEmpty();
    }

    /** The note's text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append("\u2014 ")
                    .append(signature.name())
                    .append(' ')
                    .append(signature.signatureBase64())
                    .append('\n');
        }
        return note.toString();
    }
}
