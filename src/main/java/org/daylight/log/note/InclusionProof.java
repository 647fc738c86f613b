package org.daylight.log.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Proofs;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a leaf is in the log, which can be checked offline with the log's key. (C2SP tlog-proof)
 *
 * @param extra base64 of further bytes for the proof's reader, in a receipt the salt; null for none
 * @param index of the leaf
 * @param path from the leaf's sibling up
 * @param checkpoint that the path leads to
 */
public record InclusionProof(@Nullable String extra, long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final Pattern EXTRA = Pattern.compile("extra ([A-Za-z0-9+/]*=*)");
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");

    public InclusionProof {
        path = List.copyOf(path);
    }

    public static InclusionProof of(byte[] extra, long index, List<Hash> path, SignedNote checkpoint) {
        return new InclusionProof(Base64.getEncoder().encodeToString(extra), index, path, checkpoint);
    }

    /**
     * Reads a proof without verifying it.
     *
     * @throws MalformedNoteException naming the line that is not as the format has it
     */
    public static InclusionProof parse(String text) {
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new MalformedNoteException("proof: no empty line before the checkpoint");
        }
        List<String> lines =
                new ArrayList<>(Arrays.asList(text.substring(0, gap).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw new MalformedNoteException("proof line 1: expected `" + HEADER + "`");
        }
        String extra = null;
        if (!lines.isEmpty() && lines.get(0).startsWith("extra ")) {
            extra = extra(lines.remove(0));
        }
        int indexLine = extra == null ? 2 : 3;
        if (lines.isEmpty() || !INDEX.matcher(lines.get(0)).matches()) {
            throw new MalformedNoteException("proof line " + indexLine + ": expected `index <number>`");
        }
        long index = Long.parseLong(lines.remove(0).substring("index ".length()));
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            path.add(hash(line, indexLine + 1 + path.size()));
        }
        return new InclusionProof(extra, index, path, SignedNote.parse(text.substring(gap + 2)));
    }

    private static String extra(String line) {
        var parts = EXTRA.matcher(line);
        if (!parts.matches() || !isBase64(parts.group(1))) {
            throw new MalformedNoteException("proof line 2: expected `extra <base64>`");
        }
        return parts.group(1);
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException isNot) {
            return false;
        }
    }

    private static Hash hash(String line, int number) {
        return Hash.parse(line)
                .orElseThrow(() -> new MalformedNoteException(
                        "proof line " + number + ": `" + line + "` is no SHA-256 hash in base64"));
    }

    public Optional<byte[]> extraBytes() {
        return Optional.ofNullable(extra).map(Base64.getDecoder()::decode);
    }

    /**
     * The checkpoint that vouches for the leaf.
     *
     * @throws MalformedNoteException when the key did not sign the checkpoint, or the path does not lead from the leaf to its root
     */
    public Checkpoint verify(Hash leaf, VerifierKey key) {
        Checkpoint signed = Checkpoint.verified(checkpoint, key);
        if (index >= signed.size()) {
            throw new MalformedNoteException(
                    "the proof is of leaf " + index + ", but the checkpoint is over " + signed.size() + " leaves");
        }
        if (!Proofs.includes(leaf, index, signed.size(), path, signed.root())) {
            throw new MalformedNoteException(
                    "leaf " + index + " of `" + signed.origin() + "`, as computed from the record and its salt, "
                            + "does not lead to the checkpoint's root: the record, the salt, the index or the path was altered");
        }
        return signed;
    }

    /** The proof's text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append("extra ").append(extra).append('\n');
        }
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
