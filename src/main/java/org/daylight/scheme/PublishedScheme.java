package org.daylight.scheme;

/**
 * A live revision's public side: all that intake needs to know.
 *
 * @param scheme the folder as read
 * @param types what its rules declare
 */
public record PublishedScheme(Scheme scheme, Types types) {

    public String revision() {
        return scheme.revision();
    }
}
