package org.daylight.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.scheme.SchemeFolder;
import org.daylight.store.StoreAway;
import org.jboss.logging.Logger;

/** Watches the folder of scheme folders and takes up their {@linkplain FolderEdits edits}. */
public final class RulesFolderWatcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RulesFolderWatcher.class);

    private final Path folder;
    private final LiveSchemes schemes;
    private final Consumer<Throwable> storeAway;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-watcher");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, FolderEdits> edits = new HashMap<>();

    private boolean following = true;

    /** @param storeAway told of each failure that shows that the store is away */
    public RulesFolderWatcher(Path folder, LiveSchemes schemes, Consumer<Throwable> storeAway) {
        this.folder = folder;
        this.schemes = schemes;
        this.storeAway = storeAway;
    }

    /** Takes up the folder as it is now, then watches it. */
    public void start(Duration interval) {
        look(false);
        var unused = watcher.scheduleWithFixedDelay(
                () -> {
                    look(true);
                    follow();
                },
                interval.toNanos(),
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        watcher.shutdown();
    }

    private void look(boolean twice) {
        try {
            Set<String> present = new HashSet<>();
            for (Path scheme : schemeFolders()) {
                String id = String.valueOf(scheme.getFileName());
                present.add(id);
                look(id, scheme, twice);
            }
            Set<String> gone = new HashSet<>(edits.keySet());
            gone.removeAll(present);
            gone.forEach(schemes::retire);
            edits.keySet().retainAll(present);
        } catch (RuntimeException | IOException unreadable) {
            if (StoreAway.isCauseOf(unreadable)) {
                storeAway.accept(unreadable);
                return;
            }
            // A file may vanish between being listed and being read; the next look will find the folder as it is then.
            LOG.warnf("cannot read the rules in %s: %s", folder, unreadable);
        }
    }

    /** Logs a failure once and not at each look. */
    private void follow() {
        try {
            schemes.follow();
            following = true;
        } catch (RuntimeException failed) {
            if (StoreAway.isCauseOf(failed)) {
                storeAway.accept(failed);
            } else if (following) {
                LOG.warnf("cannot see what other processes make live: %s", failed);
                following = false;
            }
        }
    }

    private Iterable<Path> schemeFolders() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no such folder");
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !String.valueOf(child.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void look(String id, Path scheme, boolean twice) throws IOException {
        FolderEdits ofScheme = edits.computeIfAbsent(id, unseen -> new FolderEdits(scheme));
        if (ofScheme.isEdited(twice)) {
            schemes.offer(id, SchemeFolder.read(scheme));
            ofScheme.take();
        }
    }
}
