package org.daylight.publication;

import org.daylight.rulebase.Compilation;
import org.daylight.scheme.SchemeFolder;

/** Makes a rule base of a scheme's folder, or tells everything that is wrong with it. */
@FunctionalInterface
public interface SchemeCompiler {
    /** Compiles the folder of the scheme with the id; one folder's content always comes to the same. */
    Compilation compile(String id, SchemeFolder folder);
}
