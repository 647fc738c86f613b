package org.daylight.outside;

import static org.daylight.outside.OutsideNote.must;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Walks a whole log and checks every byte of it; and a single proof, offline. Throws an {@link AssertionError} at a fault. */
public final class OutsideVerifier {
    private OutsideVerifier() {}

    /** The log's files by their paths below its prefix. */
    @FunctionalInterface
    public interface Files {
        byte[] get(String path);
    }

    /** Checks all, and returns how many entries the log has. */
    public static long verifyLog(Files files, String verifierKey) {
        OutsideNote checkpoint =
                OutsideNote.open(new String(files.get("checkpoint"), StandardCharsets.UTF_8), verifierKey);
        List<byte[]> leaves = new ArrayList<>();
        for (long n = 0; n * 256 < checkpoint.size(); n++) {
            long width = Math.min(256, checkpoint.size() - n * 256);
            for (byte[] entry : entries(files.get("tile/entries/" + path(n, width)))) {
                leaves.add(hash((byte) 0, entry));
            }
        }
        must(leaves.size() == checkpoint.size(), "there are " + leaves.size() + " entries");
        must(Arrays.equals(mth(leaves), checkpoint.root()), "the root is not the one signed");
        tiles(files, leaves);
        return checkpoint.size();
    }

    /** Hash i of tile n at level l is MTH(D[(n*256+i)*256^l : (n*256+i+1)*256^l]). */
    private static void tiles(Files files, List<byte[]> leaves) {
        int span = 1;
        for (int level = 0; span <= leaves.size(); level++) {
            int hashes = leaves.size() / span;
            for (int n = 0; n * 256 < hashes; n++) {
                int width = Math.min(256, hashes - n * 256);
                String path = "tile/" + level + "/" + path(n, width);
                ByteBuffer tile = ByteBuffer.wrap(files.get(path));
                must(tile.remaining() == width * 32, path + " has " + tile.remaining() + " bytes");
                for (int i = 0; i < width; i++) {
                    byte[] found = new byte[32];
                    tile.get(found);
                    int begin = (n * 256 + i) * span;
                    must(Arrays.equals(found, mth(leaves.subList(begin, begin + span))), path + " hash " + i);
                }
            }
            span *= 256;
        }
    }

    private static String path(long n, long width) {
        StringBuilder path = new StringBuilder();
        String digits = Long.toString(n);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        for (int i = 0; i < digits.length(); i += 3) {
            boolean last = i + 3 == digits.length();
            path.append(last ? "" : "x").append(digits, i, i + 3).append(last ? "" : "/");
        }
        return width == 256 ? path.toString() : path + ".p/" + width;
    }

    private static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    /**
     * Checks a proof of C2SP tlog-proof for a record whose entry is {@code SHA-256(extra || record)}, and returns the leaf's
     * index.
     */
    public static long verifyProof(String proof, byte[] record, String verifierKey) {
        int split = proof.indexOf("\n\n");
        List<String> lines = new ArrayList<>(List.of(proof.substring(0, split).split("\n")));
        must(lines.remove(0).equals("c2sp.org/tlog-proof@v1"), "no proof");
        String extra = lines.remove(0);
        must(extra.startsWith("extra "), "no extra");
        String index = lines.remove(0);
        must(index.startsWith("index "), "no index");
        OutsideNote checkpoint = OutsideNote.open(proof.substring(split + 2), verifierKey);
        byte[] salt = Base64.getDecoder().decode(extra.substring(6));
        byte[] leaf = hash((byte) 0, sha256(salt, record));
        long leafIndex = Long.parseLong(index.substring(6));
        List<byte[]> path = lines.stream().map(Base64.getDecoder()::decode).toList();
        must(
                Arrays.equals(rootFrom(leaf, leafIndex, checkpoint.size(), path), checkpoint.root()),
                "the proof does not lead to the signed root");
        return leafIndex;
    }

    /** PATH(m, D[n]) of RFC 6962 read from its end: the last hash is the other half's. */
    private static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> path) {
        if (size == 1) {
            must(path.isEmpty(), "the proof is too long");
            return leaf;
        }
        must(!path.isEmpty(), "the proof is too short");
        byte[] other = path.get(path.size() - 1);
        List<byte[]> rest = path.subList(0, path.size() - 1);
        long k = split(size);
        return index < k
                ? hash((byte) 1, rootFrom(leaf, index, k, rest), other)
                : hash((byte) 1, other, rootFrom(leaf, index - k, size - k, rest));
    }

    private static byte[] mth(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = (int) split(leaves.size());
        return hash((byte) 1, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    private static long split(long size) {
        long k = 1;
        while (k * 2 < size) {
            k *= 2;
        }
        return k;
    }

    private static byte[] hash(byte prefix, byte[]... parts) {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = new byte[] {prefix};
        System.arraycopy(parts, 0, all, 1, parts.length);
        return sha256(all);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
