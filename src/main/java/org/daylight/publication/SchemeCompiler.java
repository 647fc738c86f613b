package org.daylight.publication;

import java.util.Optional;
import org.daylight.rulebase.Compilation;
import org.daylight.scheme.Manifest;
import org.daylight.scheme.Problems;
import org.daylight.scheme.SchemeFolder;
import org.jboss.logging.Logger;

/** Makes a rule base of a scheme's folder, or tells everything that is wrong with it. */
@FunctionalInterface
public interface SchemeCompiler {
    /** Compiles the folder of the scheme with the id; one folder's content always comes to the same. */
    Compilation compile(String id, SchemeFolder folder);

    /** The same, but whatever is thrown is a problem of the scheme. */
    default SchemeCompiler guarded() {
        return (id, folder) -> {
            try {
                return compile(id, folder);
            } catch (RuntimeException | Error faulty) {
                Logger.getLogger(SchemeCompiler.class)
                        .errorf(faulty, "scheme %s cannot be compiled, through a fault of Daylight", id);
                Problems problems = new Problems();
                problems.fault(Manifest.FILE);
                return new Compilation(Optional.empty(), problems.sorted());
            }
        };
    }
}
