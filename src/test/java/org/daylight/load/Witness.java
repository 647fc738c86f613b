package org.daylight.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daylight.cli.Ran;

/**
 * Somebody outside who keeps the key and the last checkpoint of each service's log, and holds logs and store to them on the
 * command line.
 */
final class Witness {
    private final String url;
    private final Path masterKey;
    private final Path notes;
    private final List<Path> keys = new ArrayList<>();

    /** @param notes a directory to keep keys and checkpoints in */
    Witness(String url, Path masterKey, Path notes) throws IOException {
        this.url = url;
        this.masterKey = masterKey;
        this.notes = Files.createDirectories(notes);
    }

    /** Asks a service for its log's key, once: whatever it says later must be signed with that one. */
    void meets(String name, PackagedService service) throws IOException {
        Path key = key(name);
        Files.writeString(
                key, new Caller(service.address()).get(null, "/log/key").text());
        keys.add(key);
    }

    /** The log that a service serves is whole, and has grown from what it was when this was last asked. */
    void verifiesLog(String name, PackagedService service) {
        Path checkpoint = notes.resolve(name + ".checkpoint");
        List<String> command = new ArrayList<>(List.of("verify", "log", service.address() + "/log"));
        command.addAll(List.of("--key", key(name).toString(), "--save", checkpoint.toString()));
        if (Files.exists(checkpoint)) {
            command.addAll(List.of("--since", checkpoint.toString()));
        }
        verifies(command);
    }

    /** Every stored record is the one that was logged, and every leaf has its record. */
    void verifiesStore() {
        List<String> command = new ArrayList<>(List.of("verify", "store", "--store", url));
        command.addAll(List.of("--master-key-file", masterKey.toString()));
        keys.forEach(key -> command.addAll(List.of("--key", key.toString())));
        verifies(command);
    }

    private Path key(String name) {
        return notes.resolve(name + ".key");
    }

    private static void verifies(List<String> command) {
        Ran ran = Ran.of(command.toArray(String[]::new));
        assertThat(ran.code())
                .as(String.join(" ", command) + "\n" + ran.out() + ran.err())
                .isZero();
    }
}
