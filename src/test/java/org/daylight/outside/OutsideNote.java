package org.daylight.outside;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A checkpoint that a verifier key signed. */
record OutsideNote(String origin, long size, String rootBase64) {

    static OutsideNote open(String note, String verifierKey) {
        String name = verifierKey.substring(0, verifierKey.indexOf('+'));
        String rest = verifierKey.substring(name.length() + 1);
        byte[] typed = Base64.getDecoder().decode(rest.substring(9));
        byte[] id = keyId(name, typed);
        must(HexFormat.of().formatHex(id).equals(rest.substring(0, 8)), "the key's id is not its hash");
        must(typed[0] == 1, "the key is no Ed25519 key");

        int split = note.lastIndexOf("\n\n");
        String text = note.substring(0, split + 1);
        boolean signed = false;
        for (String line : note.substring(split + 2).strip().split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            must(parts[0].equals("\u2014"), "a signature line begins with an em dash");
            byte[] blob = Base64.getDecoder().decode(parts[2]);
            if (parts[1].equals(name) && Arrays.equals(Arrays.copyOf(blob, 4), id)) {
                must(
                        verifies(Arrays.copyOfRange(typed, 1, 33), text, Arrays.copyOfRange(blob, 4, blob.length)),
                        "the signature is wrong");
                signed = true;
            }
        }
        must(signed, "the key did not sign");
        List<String> lines = List.of(text.split("\n"));
        must(lines.get(0).equals(name), "the origin is not the key's name");
        return new OutsideNote(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
    }

    byte[] root() {
        return Base64.getDecoder().decode(rootBase64);
    }

    private static byte[] keyId(String name, byte[] typed) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash.digest(typed), 4);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The public key is the point's y, little-endian, with the sign of x in the top bit (RFC 8032, section 5.1.2). */
    private static boolean verifies(byte[] publicKey, String text, byte[] signature) {
        byte[] bigEndian = new byte[publicKey.length];
        for (int i = 0; i < publicKey.length; i++) {
            bigEndian[publicKey.length - 1 - i] = publicKey[i];
        }
        boolean xOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        try {
            PublicKey key = KeyFactory.getInstance("EdDSA")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(xOdd, new BigInteger(1, bigEndian))));
            Signature verifier = Signature.getInstance("EdDSA");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
