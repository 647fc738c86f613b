package org.daylight.scheme;

/**
 * A live revision without its compiled rules: all that is needed to check statements and questions.
 *
 * @param scheme the folder as read
 * @param types what its rules declare
 */
public record PublishedScheme(Scheme scheme, Types types) {

    public String revision() {
        return scheme.revision();
    }
}
