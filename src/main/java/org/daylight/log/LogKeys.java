package org.daylight.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.note.SigningKey;
import org.daylight.store.SecretFile;
import org.daylight.store.StoreFailureException;

/** Reads a log's signing key, given as text or kept in a file that only its owner may read. */
public final class LogKeys {
    private LogKeys() {}

    /**
     * The key given as text.
     *
     * @throws StoreFailureException when the text is no key, or that of another origin
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

    private static SigningKey make(String origin, Path file) throws IOException {
        SigningKey key = generate(origin);
        try {
            SecretFile.create(file, key.secret());
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
