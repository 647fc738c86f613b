package org.daylight.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of Daylight's own; each may be given as a system property or an environment variable. */
@ConfigMapping(prefix = "daylight")
interface DaylightConfig {
    /** The folder of the embedded store's files; made when missing. */
    @WithDefault("data")
    Path data();

    Rules rules();

    /** The master key, base64 of 32 bytes; without it the key file is read. */
    Optional<String> masterKey();

    Vault vault();

    Store store();

    Replay replay();

    Log log();

    /** Whether demo citizens are enrolled at start, where there are {@linkplain DemoUsers demo users}. */
    @WithDefault("false")
    boolean demo();

    interface Rules {
        /** The folder of scheme folders. */
        @WithDefault("rules")
        Path directory();

        /** The time between two looks for edits. */
        @WithDefault("PT0.25S")
        Duration pollInterval();
    }

    interface Vault {
        /** The file with the master key, made at the first start; {@code master.key} in the data directory unless given. */
        Optional<Path> keyFile();
    }

    interface Store {
        /** A JDBC address in place of the embedded store's, such as {@code jdbc:postgresql://host/database}. */
        Optional<String> url();

        /** The service's user at PostgreSQL, unless the address names one. */
        Optional<String> user();

        /** The user's password. */
        Optional<String> password();

        /** The number of writes that may wait; the next one is answered 503. */
        @WithDefault("1024")
        int queueSize();

        /** The largest number of writes that share one sync to disk. */
        @WithDefault("256")
        int groupSizeMax();
    }

    interface Log {
        /** The log's name: a URL prefix without scheme and last slash, under which the log can be read. */
        @WithDefault("localhost/daylight")
        String origin();

        /** The signing key itself, {@code PRIVATE+KEY+...}, in place of the file. */
        Optional<String> key();

        /** The file with the signing key, made when missing; {@code log.key} in the data directory unless given. */
        Optional<Path> keyFile();
    }

    interface Replay {
        /** The time between two replays of random decisions in the background; zero for none. */
        @WithDefault("PT10S")
        Duration sampleInterval();
    }
}
