package org.daylight.vault;

/** A key as it is stored: sealed by a master key. */
final class WrappedKey {
    private final byte[] bytes;

    WrappedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, which the caller must not change. */
    byte[] bytes() {
        return bytes;
    }
}
