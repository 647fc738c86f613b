package org.daylight.log;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.daylight.store.Database;

/** The logs in a database, for reading: this process's and, where several share a database, the others'. */
public record StoredLogs(Database database) {
    /** All logs, in the order in which they began. */
    public List<StoredLog> all() {
        return database.reading().withHandle(handle -> new LogRows(handle).origins()).stream()
                .map(this::log)
                .toList();
    }

    /** The origin of each log by its number, even where its key was altered. */
    public SortedMap<Long, String> origins() {
        return database.reading().withHandle(handle -> new LogRows(handle).names());
    }

    public Optional<StoredLog> named(String origin) {
        return database.reading()
                .withHandle(handle -> new LogRows(handle).origin(origin))
                .map(this::log);
    }

    /** The log with the number by which rows refer to it. */
    public Optional<StoredLog> numbered(long number) {
        return all().stream().filter(log -> log.number() == number).findFirst();
    }

    private StoredLog log(LogRows.Origin origin) {
        return new StoredLog(database, origin);
    }
}
