package org.daylight.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands between the service and a PostgreSQL, passes on what both say, and breaks where a test wants it to. */
final class LossyWire implements AutoCloseable {
    private static final String PREFIX = "jdbc:";

    private final URI server;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile @Nullable Loss next;
    private volatile boolean lost;
    private volatile boolean dead;

    /** What breaks; the connection that meets it is closed. */
    enum Loss {
        COMMIT,
        ANSWER_OF_COMMIT,
        ANSWER_OF_COMMIT_AND_ALL_AFTER
    }

    LossyWire(String url) throws IOException {
        server = URI.create(url.substring(PREFIX.length()));
        threads.execute(this::accept);
    }

    /** With a driver that says what it wants each time, so that a commit can be told from the rest. */
    String url() {
        String path = server.getPath() + "?" + server.getQuery() + "&prepareThreshold=0";
        return PREFIX + "postgresql://localhost:" + door.getLocalPort() + path;
    }

    void loseNext(Loss loss) {
        next = loss;
    }

    boolean hasLost() {
        return lost;
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                sockets.add(caller);
                if (dead) {
                    caller.close();
                    continue;
                }
                Socket called = new Socket(server.getHost(), server.getPort());
                sockets.add(called);
                threads.execute(() -> pass(caller, called, true));
                threads.execute(() -> pass(called, caller, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, boolean asking) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Loss loss = asking ? met(buffer, read) : null;
                if (loss != null && loss != Loss.COMMIT) {
                    dead = loss == Loss.ANSWER_OF_COMMIT_AND_ALL_AFTER;
                    from.close();
                }
                if (loss != Loss.COMMIT) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
                if (loss != null) {
                    // Nothing but the end of the connection reaches the server now, after what it was told before.
                    to.shutdownOutput();
                    from.close();
                    to.getInputStream().transferTo(OutputStream.nullOutputStream());
                    return;
                }
            }
        } catch (IOException closed) {
            // Either side may hang up.
        }
    }

    private @Nullable Loss met(byte[] buffer, int read) {
        Loss loss = next;
        if (loss == null || !new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
            return null;
        }
        next = null;
        lost = true;
        return loss;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
