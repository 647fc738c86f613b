package org.daylight.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SigningKey;
import org.daylight.store.StoreFailureException;

/** Where a log's signing key comes from: given as text, or kept in a file that only its owner may read. */
public final class LogKeys {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private LogKeys() {}

    /**
     * The key given as text.
     *
     * @throws StoreFailureException when it is none, or that of another origin
     */
    public static SigningKey given(String origin, String secret) {
        return read(origin, secret, "the log's key that was given");
    }

    /**
     * The key in the file, which is made when it is not there.
     *
     * @throws StoreFailureException when the file has no key, or that of another origin
     */
    public static SigningKey inFile(String origin, Path file) {
        try {
            if (!Files.exists(file)) {
                return make(origin, file);
            }
            return read(origin, Files.readString(file), "the log's key in `" + file + "`");
        } catch (IOException refused) {
            throw new StoreFailureException("cannot use `" + file + "` for the log's key: " + refused, refused);
        }
    }

    private static SigningKey read(String origin, String secret, String which) {
        SigningKey key;
        try {
            key = SigningKey.parse(secret.strip());
        } catch (MalformedNoteException unreadable) {
            throw new StoreFailureException("cannot use " + which + ": " + unreadable.what(), unreadable);
        }
        String name = key.verifier().name();
        if (!name.equals(origin)) {
            throw new StoreFailureException("cannot use " + which + ": it is that of `" + name
                    + "`, but this log's origin is `" + origin + "`");
        }
        return key;
    }

    /** Synced before it is used: a key that signed something must not be lost with the power. */
    private static SigningKey make(String origin, Path file) throws IOException {
        SigningKey key = generate(origin);
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OWNER_ONLY)) {
            channel.write(ByteBuffer.wrap((key.secret() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return inFile(origin, file);
        }
        return key;
    }

    private static SigningKey generate(String origin) {
        try {
            return SigningKey.generate(origin);
        } catch (MalformedNoteException unusable) {
            throw new StoreFailureException(
                    "cannot use `" + origin + "` as the log's origin: " + unusable.what(), unusable);
        }
    }
}
