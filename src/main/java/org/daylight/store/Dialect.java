package org.daylight.store;

import java.util.List;
import javax.sql.DataSource;

/** What differs between database products. */
interface Dialect {
    static Dialect of(String url) {
        if (url.startsWith(Sqlite.PREFIX)) {
            return new Sqlite(url);
        }
        throw new StoreFailure("cannot use `" + url + "` as the database: it must start with `" + Sqlite.PREFIX + "`");
    }

    /** Makes sure that the database is there and is one, or says in a {@link StoreFailure} why not. */
    void prepare();

    DataSource writing();

    DataSource reading();

    /** The command that makes a connection refuse to write. */
    String forbidWriting();

    /** The resources with the migrations, in order. */
    List<String> migrations();
}
