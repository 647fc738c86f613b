package org.daylight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.daylight.publication.FolderEdits;

/** Runs something again whenever a file below some folders changes. */
final class Watch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final List<FolderEdits> folders;
    private final CommandConsole console;

    Watch(List<Path> folders, CommandConsole console) {
        this.folders = folders.stream().map(FolderEdits::new).toList();
        this.console = console;
    }

    /** Runs at once, then after each change, until the thread is interrupted; returns what the last run returned. */
    int untilInterrupted(IntSupplier run) {
        takeEdits(false);
        int code = run.getAsInt();
        try {
            while (true) {
                console.progress("waiting for changes; Ctrl+C ends");
                do {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
                } while (!takeEdits(true));
                console.progressEnds();
                console.out().println();
                code = run.getAsInt();
            }
        } catch (InterruptedException ended) {
            console.progressEnds();
            return code;
        }
    }

    /** Takes the edits of all folders; whether there were any. */
    private boolean takeEdits(boolean twice) {
        List<FolderEdits> edited =
                folders.stream().filter(folder -> isEdited(folder, twice)).toList();
        edited.forEach(FolderEdits::take);
        return !edited.isEmpty();
    }

    private static boolean isEdited(FolderEdits folder, boolean twice) {
        try {
            return folder.isEdited(twice);
        } catch (IOException | UncheckedIOException vanishedWhileLooking) {
            // The next look finds how things are.
            return false;
        }
    }
}
