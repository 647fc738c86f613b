package org.daylight.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** The least that keeps anything: bytes appended to a file and synced in groups. What the store costs is measured against it. */
public final class BareLog implements AutoCloseable {
    private static final int GROUP = 256;

    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(1024);
    private final FileChannel file;
    private final Thread thread = new Thread(this::drain, "bare-log");

    private static final class Entry {
        private final byte[] bytes;
        private final CompletableFuture<Boolean> synced = new CompletableFuture<>();

        Entry(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    public BareLog(Path path) {
        try {
            file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns once the bytes are synced. */
    public void append(byte[] bytes) {
        Entry entry = new Entry(bytes);
        if (!queue.offer(entry)) {
            throw new StoreBusyException("too many wait");
        }
        entry.synced.join();
    }

    private void drain() {
        List<Entry> group = new ArrayList<>(GROUP);
        try {
            while (true) {
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                int size = group.stream().mapToInt(entry -> entry.bytes.length).sum();
                ByteBuffer buffer = ByteBuffer.allocate(size);
                group.forEach(entry -> buffer.put(entry.bytes));
                buffer.flip();
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
                file.force(false);
                group.forEach(entry -> entry.synced.complete(true));
                group.clear();
            }
        } catch (IOException | InterruptedException ended) {
            group.forEach(entry -> entry.synced.completeExceptionally(ended));
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        file.close();
    }
}
