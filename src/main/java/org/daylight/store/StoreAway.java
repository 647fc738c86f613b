package org.daylight.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a store that cannot be reached, or read, from one that was asked something wrong. */
public final class StoreAway {
    /** When trying again makes sense: a server that is started anew is back about then. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * The first letters of PostgreSQL's states (its manual, appendix A): connection lost, resources spent, a database that takes
     * nobody in, shut down by somebody, the system's errors, and damage.
     */
    private static final List<String> POSTGRES_STATES = List.of("08", "53", "55000", "57P", "58", "XX");

    private static final List<SQLiteErrorCode> SQLITE_CODES = List.of(
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_NOTADB);

    private static final int WITHOUT_DETAIL = 0xff;

    private StoreAway() {}

    /** Whether a failure goes back to the store being away. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException || (cause instanceof SQLException refused && isAway(refused))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        if (refused instanceof SQLiteException sqlite) {
            int code = sqlite.getErrorCode() & WITHOUT_DETAIL;
            return SQLITE_CODES.stream().anyMatch(away -> away.code == code);
        }
        String state = refused.getSQLState();
        return state != null && POSTGRES_STATES.stream().anyMatch(state::startsWith);
    }
}
