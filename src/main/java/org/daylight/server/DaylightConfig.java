package org.daylight.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of Daylight's own; each may be given as a system property or an environment variable. */
@ConfigMapping(prefix = "daylight")
interface DaylightConfig {
    /** Where the embedded store keeps its files; made when missing. */
    @WithDefault("data")
    Path data();

    Rules rules();

    /** The master key, base64 of 32 bytes; without it the key file is read. */
    Optional<String> masterKey();

    Vault vault();

    Store store();

    Replay replay();

    Log log();

    /** Whether demo citizens are enrolled at start. Counts only where demo users do: see {@link DemoUsers}. */
    @WithDefault("false")
    boolean demo();

    interface Rules {
        /** The folder of scheme folders. */
        @WithDefault("rules")
        Path directory();

        /** How long an edit may wait before it is noticed. */
        @WithDefault("PT0.25S")
        Duration pollInterval();
    }

    interface Vault {
        /** The file with the master key, made at the first start; `master.key` in the data directory unless it is said here. */
        Optional<Path> keyFile();
    }

    interface Store {
        /** A JDBC address in place of the embedded store's, such as {@code jdbc:postgresql://host/database}. */
        Optional<String> url();

        /** Who the service is to PostgreSQL, unless the address says so. */
        Optional<String> user();

        /** What proves it. */
        Optional<String> password();

        /** How many writes may wait; the next one is answered 503. */
        @WithDefault("1024")
        int queueSize();

        /** How many writes may share one sync to disk. */
        @WithDefault("256")
        int groupSizeMax();
    }

    interface Log {
        /** The log's name: a URL prefix without scheme and last slash, under which the log can be read. */
        @WithDefault("localhost/daylight")
        String origin();

        /** The signing key itself, {@code PRIVATE+KEY+...}, in place of the file. */
        Optional<String> key();

        /** Where the signing key is kept, made when missing; {@code log.key} in the data directory unless given. */
        Optional<Path> keyFile();
    }

    interface Replay {
        /** How often a decision picked at random is replayed in the background; zero for never. */
        @WithDefault("PT10S")
        Duration sampleInterval();
    }
}
