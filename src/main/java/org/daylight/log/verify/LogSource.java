package org.daylight.log.verify;

import java.util.Optional;

/** Reads a log's files, by their paths below the log's prefix. */
@FunctionalInterface
public interface LogSource {
    /**
     * The file's bytes; empty when there is no such file.
     *
     * @param path such as {@code checkpoint} or {@code tile/0/x001/067}
     * @throws UnreadableLogException when it cannot be told whether there is one
     */
    Optional<byte[]> read(String path);
}
