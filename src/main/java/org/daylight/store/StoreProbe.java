package org.daylight.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Asks the store whether it can be read now, through the connections that requests read through. One question is on its way at a
 * time, however many callers there are, and each waits for its answer four seconds at most.
 */
public final class StoreProbe implements AutoCloseable {
    /** A little longer than a connection is waited for, so that the reason why there is none is heard. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int ANSWER_TIMEOUT_SECONDS = 2;

    /** A server that fell silent is given up soon after it should have broken off the query itself. */
    private static final int SILENCE_TIMEOUT_MILLIS = 3_000;

    private final Database database;
    private final Duration patience;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "store-probe");
        thread.setDaemon(true);
        return thread;
    });

    private CompletableFuture<Optional<String>> answer = CompletableFuture.completedFuture(Optional.empty());

    public StoreProbe(Database database) {
        this(database, PATIENCE);
    }

    StoreProbe(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The reason why the store cannot be read now, fit for anybody to read; empty when it can. */
    public Optional<String> whyAway() {
        try {
            return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return Optional.of("it has not answered within " + patience.toMillis() + " ms");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of("its answer was not waited for");
        } catch (ExecutionException failed) {
            return Optional.of("it could not be asked");
        }
    }

    private synchronized CompletableFuture<Optional<String>> ask() {
        if (answer.isDone() && !asking.isShutdown()) {
            answer = CompletableFuture.supplyAsync(
                    () -> database.dialect().whyMissing().or(this::unreadable), asking);
        }
        return answer;
    }

    private Optional<String> unreadable() {
        try {
            database.reading().useHandle(StoreProbe::read);
            return Optional.empty();
        } catch (JdbiException | SQLException refused) {
            if (!(refused instanceof ConnectionException)) {
                database.renewReading();
            }
            return StoreAway.reason(refused)
                    .or(() -> Optional.of(StoreAway.withCode(refused, "it does not let itself be read")));
        }
    }

    private static void read(Handle handle) throws SQLException {
        // The pool resets it when the connection comes back.
        handle.getConnection().setNetworkTimeout(Runnable::run, SILENCE_TIMEOUT_MILLIS);
        handle.createQuery("SELECT recorded_at FROM recording")
                .setQueryTimeout(ANSWER_TIMEOUT_SECONDS)
                .mapTo(long.class)
                .one();
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
