package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Does something again whenever a file below some folders changes. Looks rather than being told: that works on every file system. */
final class Watch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final List<Path> folders;
    private final CommandConsole console;

    Watch(List<Path> folders, CommandConsole console) {
        this.folders = folders;
        this.console = console;
    }

    /** Runs at once, then after each change, until the thread is interrupted; returns what the last run returned. */
    int whileNobodyInterrupts(IntSupplier run) {
        Map<Path, String> seen = look();
        int code = run.getAsInt();
        try {
            while (true) {
                console.progress("waiting for changes; Ctrl+C ends");
                seen = changed(seen);
                console.progressEnds();
                console.out().println();
                code = run.getAsInt();
            }
        } catch (InterruptedException ended) {
            console.progressEnds();
            return code;
        }
    }

    /** Waits for a change, and until an editor is done with it. */
    private Map<Path, String> changed(Map<Path, String> before) throws InterruptedException {
        Map<Path, String> last = before;
        while (true) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            Map<Path, String> now = look();
            if (!now.equals(before) && now.equals(last)) {
                return now;
            }
            last = now;
        }
    }

    private Map<Path, String> look() {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    stamps.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            } catch (IOException | UncheckedIOException vanishedWhileLooking) {
                // The next look finds how things are.
                stamps.put(folder, vanishedWhileLooking.toString());
            }
        }
        return stamps;
    }
}
