package org.daylight.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.scheme.SchemeFolder;
import org.daylight.store.StoreAway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches the folder of scheme folders. It looks rather than being told: that works alike on every file system and mount, and
 * the folders are small. An edit is taken up once two looks in a row find the same, so that a file half written is left alone.
 */
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
    private final Map<String, Map<String, Stamp>> seen = new HashMap<>();
    private final Map<String, Map<String, Stamp>> taken = new HashMap<>();

    private @Nullable Future<?> watching;
    private boolean following = true;

    /** What a file looks like from outside. */
    private record Stamp(long modifiedNanos, long size) {}

    public RulesFolderWatcher(Path folder, LiveSchemes schemes) {
        this(folder, schemes, away -> {});
    }

    /** @param storeAway is told what shows that the store is away, at each look that meets it so */
    public RulesFolderWatcher(Path folder, LiveSchemes schemes, Consumer<Throwable> storeAway) {
        this.folder = folder;
        this.schemes = schemes;
        this.storeAway = storeAway;
    }

    /** Takes up everything that is there now, then watches. */
    public void start(Duration interval) {
        look(false);
        watching = watcher.scheduleWithFixedDelay(
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
        if (watching != null) {
            watching.cancel(false);
        }
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
            Set<String> gone = new HashSet<>(taken.keySet());
            gone.removeAll(present);
            gone.forEach(this::forget);
        } catch (RuntimeException | IOException unreadable) {
            if (StoreAway.isBehind(unreadable)) {
                storeAway.accept(unreadable);
                return;
            }
            // A file may vanish between being listed and being read; the next look finds how things are.
            LOG.warnf("cannot read the rules in %s: %s", folder, unreadable);
        }
    }

    /** What is in the way is logged once, not at each look. */
    private void follow() {
        try {
            schemes.follow();
            following = true;
        } catch (RuntimeException failed) {
            if (StoreAway.isBehind(failed)) {
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
        Map<String, Stamp> now = stamps(scheme);
        boolean settled = !twice || now.equals(seen.get(id));
        seen.put(id, now);
        if (settled && !now.equals(taken.get(id))) {
            schemes.offer(id, SchemeFolder.read(scheme));
            taken.put(id, now);
        }
    }

    private void forget(String id) {
        taken.remove(id);
        seen.remove(id);
        schemes.retire(id);
    }

    private static Map<String, Stamp> stamps(Path scheme) throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(scheme)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> stamps.put(scheme.relativize(file).toString(), stamp(file)));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size());
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }
}
