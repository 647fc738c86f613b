package org.daylight.before;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of before, in files; see the package. */
final class Kept {
    /** Whether it is written anew, by the code as it is. */
    static final boolean REGENERATES = Boolean.getBoolean("claims.regenerate");

    static final Path EVIDENCE = Path.of("src/test/resources/before/evidence");

    private static final Path HOME = Path.of("src/test/resources/before");
    private static final Path FOUND = Path.of("target/before");
    private static final int SHOWN_CHARACTERS = 150;

    private Kept() {}

    /** A script's steps, each begun by a line {@code ### title}. */
    static List<String> steps(String script) {
        return Stream.of(text(HOME.resolve("scripts").resolve(script)).split("(?m)^### "))
                .skip(1)
                .toList();
    }

    /** Holds what was found now against what is kept of it, character for character. */
    static void assertSame(String file, String found) {
        Path kept = HOME.resolve("expected").resolve(file);
        if (REGENERATES) {
            write(kept, found);
        }
        write(FOUND.resolve(file), found);
        assertThat(firstDifference(text(kept), found))
                .as("compare " + kept + " with " + FOUND.resolve(file))
                .isEmpty();
    }

    /** Takes away the evidence of before, so that nothing of it stays beside what is written anew. */
    static void clearEvidence() {
        if (!Files.exists(EVIDENCE)) {
            return;
        }
        try (Stream<Path> files = Files.walk(EVIDENCE)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A text that is too long to be kept, as its beginning and the hash of all of it. */
    static String shortened(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + "… SHA-256 " + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands where two texts part; lines may be far too long to be shown whole. */
    private static String firstDifference(String kept, String found) {
        if (kept.equals(found)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(kept.length(), found.length()) && kept.charAt(at) == found.charAt(at)) {
            at++;
        }
        String before = kept.substring(0, at);
        return "line " + before.lines().count() + "\nkept:  " + around(kept, at) + "\nfound: " + around(found, at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN_CHARACTERS), Math.min(text.length(), at + SHOWN_CHARACTERS));
    }
}
