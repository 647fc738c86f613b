package org.daylight.log.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The private key that signs notes. As text it is {@code PRIVATE+KEY+<name>+<id in hex>+<base64 of 0x01 and the private key>},
 * which other tools for signed notes read too.
 */
public final class SigningKey {
    private static final Pattern TEXT = Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.verifier = new VerifierKey(name, Ed25519.publicKey(key));
    }

    /** A new, random key; its name is {@linkplain KeyName#checked checked}. */
    public static SigningKey generate(String name) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * Reads a key from its text.
     *
     * @throws MalformedNoteException when it is no such text; the message does not repeat it
     */
    public static SigningKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new MalformedNoteException(
                    "this is no signing key: expected `PRIVATE+KEY+<name>+<8 hex digits>+<base64>`");
        }
        byte[] seed = Ed25519.typed(parts.group(3))
                .orElseThrow(() -> new MalformedNoteException(
                        "this is no Ed25519 signing key: expected 0x01 and 32 bytes in base64"));
        SigningKey read = new SigningKey(parts.group(1), seed);
        if (!KeyName.hex(read.verifier.id()).equals(parts.group(2))) {
            throw new MalformedNoteException("the signing key's id is not that of its name and key: it was altered");
        }
        return read;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The signature of the text with its last newline, 64 bytes. */
    public byte[] sign(String text) {
        return Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The private key's text, as {@link #parse} reads it, for the key's file and nothing else. */
    public String secret() {
        return "PRIVATE+KEY+" + verifier.name() + "+" + KeyName.hex(verifier.id()) + "+"
                + Ed25519.typed(key.getEncoded());
    }

    /** The verifier key, so that a signing key that is printed by mistake gives nothing away. */
    @Override
    public String toString() {
        return verifier.toString();
    }
}
