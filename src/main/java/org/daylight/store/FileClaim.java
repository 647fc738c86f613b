package org.daylight.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a database in a file for one writing process. The system lets go of it when the process ends, however it ends. It is a
 * lock on a file beside the database, because closing any other handle of the database itself would drop SQLite's own.
 */
final class FileClaim {
    private FileClaim() {}

    /**
     * Claims the database until the answer is closed.
     *
     * @throws StoreFailureException when somebody else has
     */
    static Closeable of(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) {
                return channel;
            }
            channel.close();
        } catch (IOException refused) {
            throw new StoreFailureException("cannot lock `" + file + "`: " + refused, refused);
        }
        throw new StoreFailureException("`" + database + "` is in use by another process, and only one can write to it;"
                + " several can share a PostgreSQL");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
