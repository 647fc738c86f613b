package org.daylight.scheme;

import java.util.List;

/**
 * What is known about one citizen in one scheme.
 *
 * @param scheme the scheme's id
 * @param citizen the citizen's opaque id
 * @param enrolled whether notice was given and not withdrawn; nobody is scored without
 * @param statements in any order; may hold more than is valid at the moment asked about
 */
public record Dossier(String scheme, String citizen, boolean enrolled, List<Statement> statements) {
    public Dossier {
        statements = List.copyOf(statements);
    }
}
