package org.daylight.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.daylight.scheme.Statement;

/**
 * What a caller supposes.
 *
 * @param added statements that are not there
 * @param removed {@code source#id} of statements that are
 * @param asOf the moment asked about
 */
record Supposed(List<Statement> added, Set<String> removed, Instant asOf) {
    Supposed {
        added = List.copyOf(added);
        removed = Set.copyOf(removed);
    }
}
