package org.daylight.scheme;

import java.util.List;
import java.util.Optional;

/** Looks up the schemes that are live right now. */
public interface Register {
    /** The live revision of a scheme, or empty when no such scheme is live. */
    Optional<PublishedScheme> find(String scheme);

    /** Ids of all live schemes, in order. */
    List<String> ids();
}
