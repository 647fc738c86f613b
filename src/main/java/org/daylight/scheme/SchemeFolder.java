package org.daylight.scheme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every file of a scheme folder by its path inside it, with forward slashes. Hidden files and editors' backups are left out. */
public final class SchemeFolder {
    public static final int MOST_FILES = 500;
    public static final int MOST_BYTES = 4_000_000;

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

    /**
     * Reads a folder.
     *
     * @throws RefusedFolderException when it holds what must not be read
     */
    public static SchemeFolder read(Path folder) throws IOException {
        return new SchemeFolder(FolderReader.read(folder));
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

    /** A file's text; empty when there is no such file or it is {@linkplain TextReader no text}. */
    public Optional<String> text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(bytes));
        } catch (UnsoundTextException unsound) {
            return Optional.empty();
        }
    }

    /** Reports each file that must be text and is none, and what in them nobody can see. */
    void checkTexts(Problems problems) {
        files.forEach((path, bytes) -> {
            if (SchemeFile.of(path).isText(path)) {
                try {
                    UnseenLetters.check(path, text(bytes), problems);
                } catch (UnsoundTextException unsound) {
                    unsound.report(path, problems);
                }
            }
        });
    }

    private static String text(byte[] bytes) throws UnsoundTextException {
        StringWriter text = new StringWriter(bytes.length);
        try (TextReader reader = new TextReader(new ByteArrayInputStream(bytes))) {
            reader.transferTo(text);
        } catch (UnsoundTextException unsound) {
            throw unsound;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The paths of the files of a kind, in order. */
    List<String> paths(SchemeFile kind) {
        return files.keySet().stream()
                .filter(path -> SchemeFile.of(path) == kind)
                .toList();
    }

    /** The files of a kind that are text, by path. */
    SortedMap<String, String> texts(SchemeFile kind) {
        SortedMap<String, String> texts = new TreeMap<>();
        paths(kind).forEach(path -> text(path).ifPresent(text -> texts.put(path, text)));
        return texts;
    }
}
