package org.daylight.log.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.daylight.log.Leaf;
import org.daylight.log.merkle.EntryBundle;
import org.daylight.log.merkle.Hash;
import org.daylight.log.merkle.Tile;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.SigningKey;

/** A log's files, written level by level from its entries, without frontier and without store. */
final class WrittenLog implements LogSource {
    static final SigningKey KEY = SigningKey.generate("log.example/town");

    final Map<String, byte[]> files = new TreeMap<>();

    static WrittenLog of(int size) {
        return of(IntStream.range(0, size).mapToObj(WrittenLog::entry).toList());
    }

    /** As good as random, and alike each time. */
    static byte[] entry(int number) {
        return Leaf.of(
                new byte[Leaf.SALT_BYTES], ByteBuffer.allocate(4).putInt(number).array());
    }

    static WrittenLog of(List<byte[]> entries) {
        WrittenLog log = new WrittenLog();
        List<Hash> level = entries.stream().map(Hash::leaf).toList();
        log.files.put("checkpoint", checkpoint(level));
        for (int number = 0; !level.isEmpty(); number++) {
            List<Hash> above = new ArrayList<>();
            for (int begin = 0; begin < level.size(); begin += Tile.FULL) {
                int end = Math.min(begin + Tile.FULL, level.size());
                Tile tile = new Tile(number, begin / Tile.FULL, end - begin);
                log.files.put(tile.path(), bytes(level.subList(begin, end)));
                if (number == 0) {
                    log.files.put(tile.entriesPath(), EntryBundle.encode(entries.subList(begin, end)));
                }
                if (tile.isFull()) {
                    above.add(root(level.subList(begin, end)));
                }
            }
            level = above;
        }
        return log;
    }

    static byte[] checkpoint(List<Hash> leaves) {
        return new Checkpoint(KEY.verifier().name(), leaves.size(), root(leaves))
                .signed(KEY)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    WrittenLog with(String path, byte[] bytes) {
        WrittenLog altered = new WrittenLog();
        altered.files.putAll(files);
        altered.files.put(path, bytes);
        return altered;
    }

    WrittenLog without(String path) {
        WrittenLog altered = new WrittenLog();
        altered.files.putAll(files);
        altered.files.remove(path);
        return altered;
    }

    byte[] file(String path) {
        return read(path).orElseThrow();
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    List<Finding> findings() {
        return verified(Optional.empty()).findings();
    }

    LogVerification verified(Optional<byte[]> since) {
        return LogVerification.of(this, KEY.verifier(), since, leaves -> {});
    }
}
