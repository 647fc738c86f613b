package org.daylight.log.verify;

/**
 * Something that was altered or is missing.
 *
 * @param where such as {@code tile/0/003, hash 17} or {@code decision 0198…}
 * @param what in words
 */
public record Finding(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
