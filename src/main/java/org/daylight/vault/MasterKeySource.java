package org.daylight.vault;

import java.util.Optional;

/**
 * The place where a deployment keeps its master key.
 *
 * @param given the key itself, from a setting
 * @param file used where no key is given
 */
public record MasterKeySource(Optional<String> given, KeyFile file) {
    /** The setting's name as environment variable. */
    public static final String SETTING = "DAYLIGHT_MASTER_KEY";

    /**
     * The key of a store that has one.
     *
     * @throws VaultException when it is missing or none
     */
    public MasterKey key() {
        return given.map(base64 -> MasterKey.parse(base64, SETTING))
                .or(file::read)
                .orElseThrow(
                        () -> new VaultException("the store is sealed and the master key is missing: there is neither "
                                + SETTING + " nor the key file `" + file.path() + "`"));
    }

    /** The key of a store that has none yet: as given, or generated into the key file. */
    MasterKey first() {
        return given.map(base64 -> MasterKey.parse(base64, SETTING)).orElseGet(file::readOrGenerate);
    }

    String origin() {
        return given.isPresent() ? SETTING : "the key file `" + file.path() + "`";
    }
}
