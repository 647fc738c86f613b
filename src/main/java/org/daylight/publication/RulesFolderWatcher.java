package org.daylight.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.RefusedFolderException;
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
        guarded(() -> look(false));
        var unused = watcher.scheduleWithFixedDelay(
                () -> {
                    guarded(() -> look(true));
                    guarded(this::follow);
                },
                interval.toNanos(),
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** INVARIANT: nothing leaves here, for what leaves a scheduled task ends all later runs without a word. */
    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (Throwable faulty) {
            try {
                LOG.error("watching the rules failed, and goes on", faulty);
            } catch (Throwable evenToldNot) {
                // Where there is no memory left to tell it, the next look tells.
            }
        }
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

    /** Looks at one scheme; whatever happens is its own problem, unless the store is away. */
    private void look(String id, Path scheme, boolean twice) {
        FolderEdits ofScheme = edits.computeIfAbsent(id, unseen -> new FolderEdits(scheme));
        try {
            if (ofScheme.isEdited(twice)) {
                offer(id, scheme);
                ofScheme.take();
            }
        } catch (RefusedFolderException refused) {
            schemes.refuse(id, refused.problems());
            ofScheme.take();
        } catch (IOException | UncheckedIOException unreadable) {
            // A file may vanish between being listed and being read; the next look will find the folder as it is then.
            if (!isVanishing(unreadable)) {
                refuse(
                        id,
                        ProblemCode.UNREADABLE_FILE,
                        "the folder cannot be read",
                        "let the service's account read it");
            }
        } catch (RuntimeException | Error faulty) {
            if (StoreAway.isCauseOf(faulty)) {
                throw faulty;
            }
            LOG.errorf(faulty, "scheme %s cannot be taken up, through a fault of Daylight", id);
            Problems problems = new Problems();
            problems.fault(Manifest.FILE);
            schemes.refuse(id, problems.sorted());
            ofScheme.take();
        }
    }

    private static boolean isVanishing(Exception unreadable) {
        return unreadable instanceof NoSuchFileException || unreadable.getCause() instanceof NoSuchFileException;
    }

    private void offer(String id, Path scheme) throws IOException {
        if (scheme.toRealPath().startsWith(folder.toRealPath())) {
            schemes.offer(id, SchemeFolder.read(scheme));
            return;
        }
        refuse(
                id,
                ProblemCode.LINK_OUT,
                "this folder is a link out of the folder of schemes",
                "put the folder itself there");
    }

    private void refuse(String id, ProblemCode code, String message, String fix) {
        Problems problems = new Problems();
        problems.error(code, Place.FOLDER, message, fix);
        schemes.refuse(id, problems.sorted());
    }
}
