package org.daylight.server;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import org.jboss.logging.Logger;

/** The files that hold keys. They are made readable for their owner only; a copy or a restored backup may be open to others. */
@Singleton
record KeyFiles(DaylightConfig config) {
    private static final Logger LOG = Logger.getLogger(KeyFiles.class);

    private static final Set<PosixFilePermission> OTHER_READERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /** The file of the master key. */
    Path master() {
        return config.vault().keyFile().orElseGet(() -> config.data().resolve("master.key"));
    }

    /** The file of the log's signing key. */
    Path log() {
        return config.log().keyFile().orElseGet(() -> config.data().resolve("log.key"));
    }

    void warn(@Observes StartupEvent start) {
        warnOf("master", master());
        warnOf("log's", log());
    }

    static void warnOf(String owner, Path file) {
        if (isReadByOthers(file)) {
            LOG.warnf(
                    "the %s key in `%s` can be read by others than its owner: take that from them (`chmod 600`)",
                    owner, file);
        }
    }

    /** Whether others can read the file; false where it is missing, and where the file system has no such permissions. */
    private static boolean isReadByOthers(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view != null && !Collections.disjoint(view.readAttributes().permissions(), OTHER_READERS);
        } catch (IOException missing) {
            return false;
        }
    }
}
