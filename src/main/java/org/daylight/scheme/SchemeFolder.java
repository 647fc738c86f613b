package org.daylight.scheme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every file of a scheme folder by its path inside it, with forward slashes. Hidden files and editors' backups
 * ({@code *~}) are left out.
 */
public final class SchemeFolder {
    private static final String CASES = "cases/";

    private final SortedMap<String, byte[]> files;
    private final String revision;

    public SchemeFolder(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        // Once: every answer names its revision, and hashing a folder takes longer than most answers.
        this.revision = Sha256.hex(archive());
    }

    public SortedMap<String, byte[]> files() {
        return files;
    }

    public static SchemeFolder read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String inside = folder.relativize(path).toString().replace('\\', '/');
                if (isPartOfScheme(inside)) {
                    files.put(inside, Files.readAllBytes(path));
                }
            }
        }
        return new SchemeFolder(files);
    }

    private static boolean isPartOfScheme(String path) {
        return !path.endsWith("~") && Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."));
    }

    /**
     * The content hash that names this revision: sha-256, in hex, over all files in the order of their paths, each as
     * its path in UTF-8, a zero byte, its length as eight bytes (big-endian) and its bytes. The length keeps one file's
     * end from being read as another's beginning.
     */
    public String revision() {
        return revision;
    }

    /** The bytes that {@link #revision} hashes; {@link #fromArchive} reads them back. */
    public byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.write(file.getKey().getBytes(StandardCharsets.UTF_8));
                out.writeByte(0);
                out.writeLong(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static SchemeFolder fromArchive(byte[] archive) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(archive))) {
            while (in.available() > 0) {
                ByteArrayOutputStream path = new ByteArrayOutputStream();
                for (int next = in.readByte(); next != 0; next = in.readByte()) {
                    path.write(next);
                }
                files.put(path.toString(StandardCharsets.UTF_8), in.readNBytes(Math.toIntExact(in.readLong())));
            }
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
        return new SchemeFolder(files);
    }

    /** A file's content as UTF-8 text; empty when there is no such file. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The files whose path ends so, as UTF-8 text; cases are not among them. */
    SortedMap<String, String> texts(String ending) {
        return texts(path -> path.endsWith(ending) && !path.startsWith(CASES));
    }

    /** The case files, as UTF-8 text. */
    SortedMap<String, String> cases() {
        return texts(path -> path.startsWith(CASES) && path.endsWith(".yaml"));
    }

    private SortedMap<String, String> texts(Predicate<String> wanted) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.keySet().stream()
                .filter(wanted)
                .forEach(path -> texts.put(path, text(path).orElseThrow()));
        return texts;
    }
}
