package org.daylight.rulebase.sandbox;

import java.util.Set;

/**
 * The names that the authors of a scheme gave; by them an author's code and classes are told from generated ones.
 *
 * @param packageName in which all classes must be
 * @param types simple names of declared types and enums
 * @param functions names of functions
 */
public record Authored(String packageName, Set<String> types, Set<String> functions) {
    public Authored {
        types = Set.copyOf(types);
        functions = Set.copyOf(functions);
    }
}
