package org.daylight.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.daylight.log.merkle.Hash;

/** The name of a note's key, and the id made from the name and the public key. (C2SP signed-note) */
final class KeyName {
    static final byte ED25519 = 1;

    private KeyName() {}

    /** @throws MalformedNoteException when the name is empty or has a space, a plus or a control character */
    static String checked(String name) {
        boolean allowed = name.codePoints()
                .noneMatch(character -> character == '+'
                        || Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.isISOControl(character));
        if (name.isEmpty() || !allowed) {
            throw new MalformedNoteException("`" + name + "` is no name for a key: no spaces, no `+`, not empty");
        }
        return name;
    }

    /** First 4 bytes of {@code SHA-256(name || 0x0A || 0x01 || public key)}. */
    static int id(String name, byte[] publicKey) {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }
}
