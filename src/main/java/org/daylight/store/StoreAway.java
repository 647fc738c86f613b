package org.daylight.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a store that cannot be reached, or read, from one that was asked something wrong. */
public final class StoreAway {
    /** The wait after which trying again makes sense: a server that is restarted is back about then. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** The reasons by the first letters of PostgreSQL's states (its manual, appendix A). */
    private static final Map<String, String> POSTGRES_STATES = Map.of(
            "08", "it cannot be reached",
            "53", "it has run out of connections, memory or disk",
            "55000", "it takes nobody in",
            "57P", "it was shut down, or takes nobody in",
            "58", "its system reports an error",
            "XX", "it found itself damaged");

    private static final Map<SQLiteErrorCode, String> SQLITE_CODES = Map.of(
            SQLiteErrorCode.SQLITE_PERM, "its file may not be used",
            SQLiteErrorCode.SQLITE_BUSY, "its file is locked",
            SQLiteErrorCode.SQLITE_IOERR, "its file cannot be read",
            SQLiteErrorCode.SQLITE_CORRUPT, "its file is damaged",
            SQLiteErrorCode.SQLITE_FULL, "its disk is full",
            SQLiteErrorCode.SQLITE_CANTOPEN, "its file cannot be opened",
            SQLiteErrorCode.SQLITE_NOTADB, "its file is no database");

    private static final int WITHOUT_DETAIL = 0xff;

    private StoreAway() {}

    /** Whether a failure goes back to the store being away. */
    public static boolean isCauseOf(Throwable failure) {
        return reason(failure).isPresent();
    }

    /**
     * The reason why the store is away, if a failure goes back to that. It is told in words of our own with the database's code behind
     * them, because a driver's words may hold addresses and names.
     */
    public static Optional<String> reason(Throwable failure) {
        boolean unconnected = false;
        String code = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            unconnected |= cause instanceof ConnectionException;
            if (cause instanceof SQLException refused) {
                code = code(refused);
                String why = why(refused);
                if (why != null) {
                    return Optional.of(with(code, why));
                }
            }
        }
        return unconnected ? Optional.of(with(code, "no connection to it could be had")) : Optional.empty();
    }

    /** The words, followed by the code of the first refusal behind a failure, if it has one. */
    static String withCode(Throwable failure, String words) {
        return refusal(failure).map(refused -> with(code(refused), words)).orElse(words);
    }

    /** The first refusal by the database behind a failure. */
    static Optional<SQLException> refusal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static String with(@Nullable String code, String words) {
        return code == null ? words : words + " (" + code + ")";
    }

    private static @Nullable String why(SQLException refused) {
        if (refused instanceof SQLiteException sqlite) {
            return SQLITE_CODES.get(sqliteCode(sqlite));
        }
        String state = refused.getSQLState();
        return state == null
                ? null
                : POSTGRES_STATES.entrySet().stream()
                        .filter(reason -> state.startsWith(reason.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String code(SQLException refused) {
        return refused instanceof SQLiteException sqlite ? sqliteCode(sqlite).name() : refused.getSQLState();
    }

    private static SQLiteErrorCode sqliteCode(SQLiteException refused) {
        return SQLiteErrorCode.getErrorCode(refused.getErrorCode() & WITHOUT_DETAIL);
    }
}
