package org.daylight.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/** Ed25519 (RFC 8032) with keys as plain 32 bytes, by Bouncy Castle: the JDK's takes ten times as long to sign. */
final class Ed25519 {
    static final int KEY_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;
    static final int SIGNATURE_BYTES = Ed25519PrivateKeyParameters.SIGNATURE_SIZE;

    private Ed25519() {}

    /** The key from its text in base64, whose first byte 0x01 names the algorithm; empty when it is no Ed25519 key. */
    static Optional<byte[]> typed(String base64) {
        try {
            byte[] typed = Base64.getDecoder().decode(base64);
            return typed.length == 1 + KEY_BYTES && typed[0] == KeyName.ED25519
                    ? Optional.of(Arrays.copyOfRange(typed, 1, typed.length))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The text that {@link #typed(String)} reads. */
    static String typed(byte[] key) {
        byte[] typed = ByteBuffer.allocate(1 + key.length)
                .put(KeyName.ED25519)
                .put(key)
                .array();
        return Base64.getEncoder().encodeToString(typed);
    }

    static byte[] publicKey(Ed25519PrivateKeyParameters key) {
        return key.generatePublicKey().getEncoded();
    }

    static byte[] sign(Ed25519PrivateKeyParameters key, byte[] message) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        key.sign(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            return new Ed25519PublicKeyParameters(publicKey)
                    .verify(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        } catch (IllegalArgumentException notAKey) {
            return false;
        }
    }
}
