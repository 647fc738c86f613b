package org.daylight.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.daylight.store.SecretFile;

/** A file that holds a master key in base64, for its owner's eyes only. */
public record KeyFile(Path path) {

    /** The key in it; empty when there is no such file. */
    public Optional<MasterKey> read() {
        try {
            return Optional.of(MasterKey.parse(Files.readString(path), "the key file `" + path + "`"));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new VaultException("cannot read the key file `" + path + "`: " + unreadable, unreadable);
        }
    }

    /** The key in it, generated if there is no such file; on disk when this returns. */
    public MasterKey readOrGenerate() {
        Optional<MasterKey> present = read();
        if (present.isPresent()) {
            return present.get();
        }
        MasterKey key = MasterKey.generate();
        try {
            SecretFile.create(path, key.base64());
            return key;
        } catch (FileAlreadyExistsException another) {
            // Another process was faster; its key is the one.
            return read().orElseThrow(() -> new VaultException("the key file `" + path + "` came and went"));
        } catch (IOException refused) {
            throw new VaultException("cannot write the key file `" + path + "`: " + refused, refused);
        }
    }

    /** The file beside this one in which the next key waits until it is in use. */
    public KeyFile successor() {
        return new KeyFile(path.resolveSibling(path.getFileName() + ".new"));
    }

    /** Puts this file in the place of another, atomically. */
    public void replace(KeyFile other) {
        try {
            Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new VaultException(
                    "cannot put the key file `" + path + "` in the place of `" + other.path + "`: " + refused, refused);
        }
    }
}
