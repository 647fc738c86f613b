package org.daylight.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The statements about one citizen in one scheme.
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

    /** The same with statements added. */
    public Dossier with(List<Statement> added) {
        List<Statement> more = new ArrayList<>(statements);
        more.addAll(added);
        return new Dossier(scheme, citizen, enrolled, more);
    }

    /** The same without the statements of these references. */
    public Dossier without(Set<String> references) {
        return new Dossier(
                scheme,
                citizen,
                enrolled,
                statements.stream()
                        .filter(statement -> !references.contains(statement.reference()))
                        .toList());
    }
}
