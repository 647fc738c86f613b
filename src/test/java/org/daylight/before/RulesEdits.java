package org.daylight.before;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Edits the rules folder of a running service, each time at once, and waits until the service has taken it up. */
final class RulesEdits {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path SHIPPED = Path.of("rules");

    private final Path folder;

    RulesEdits(Path folder) {
        this.folder = folder;
    }

    /** Copies the folder of a scheme that ships; the register is what shows that it was taken up. */
    String publish(String scheme, Supplier<String> register) {
        // A folder with a dot before its name is no scheme yet.
        Path draft = folder.resolve("." + scheme);
        copy(SHIPPED.resolve(scheme), draft);
        return taken(register, () -> move(draft, folder.resolve(scheme)));
    }

    /** Replaces a text in a file by another; the change is two lines, the old one and the new one. */
    String replace(String file, String change, Supplier<String> register) {
        List<String> oldAndNew = change.lines().toList();
        Path edited = folder.resolve(file);
        String text = Kept.text(edited);
        assertThat(text).contains(oldAndNew.get(0));
        Path draft = folder.resolve(".draft");
        Kept.write(draft, text.replace(oldAndNew.get(0), oldAndNew.get(1)));
        return taken(register, () -> move(draft, edited));
    }

    private static String taken(Supplier<String> register, Runnable edit) {
        String before = register.get();
        edit.run();
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(register::get, after -> !after.equals(before));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
