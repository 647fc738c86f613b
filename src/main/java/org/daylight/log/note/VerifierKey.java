package org.daylight.log.note;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public key that a note's signature is checked with, and its name. (C2SP signed-note) */
public final class VerifierKey {
    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final String name;
    private final int id;
    private final byte[] publicKey;

    VerifierKey(String name, byte[] publicKey) {
        this.name = KeyName.checked(name);
        this.id = KeyName.id(name, publicKey);
        this.publicKey = publicKey;
    }

    /**
     * Reads {@code <name>+<id in hex>+<base64 of 0x01 and the public key>}.
     *
     * @throws MalformedNoteException when it is no such text, or its id is not that of its key
     */
    public static VerifierKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new MalformedNoteException(
                    "`" + text + "` is no verifier key: expected `<name>+<8 hex digits>+<base64>`");
        }
        byte[] key = Ed25519.typed(parts.group(3))
                .orElseThrow(() -> new MalformedNoteException(
                        "`" + text + "` is no Ed25519 verifier key: expected 0x01 and 32 bytes in base64"));
        VerifierKey read = new VerifierKey(parts.group(1), key);
        if (!KeyName.hex(read.id).equals(parts.group(2))) {
            throw new MalformedNoteException("the verifier key's id is `" + parts.group(2)
                    + "`, but its name and key make `" + KeyName.hex(read.id) + "`");
        }
        return read;
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(publicKey, message, signature);
    }

    /** The key's text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name + "+" + KeyName.hex(id) + "+" + Ed25519.typed(publicKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return id;
    }
}
