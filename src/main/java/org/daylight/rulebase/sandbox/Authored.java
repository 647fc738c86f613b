package org.daylight.rulebase.sandbox;

import java.util.Set;

/**
 * What the authors of a scheme named: it decides whose code a method is, and which classes there may be at all.
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
