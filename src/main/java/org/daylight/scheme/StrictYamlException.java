package org.daylight.scheme;

import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Thrown where YAML is well-formed and still refused. */
final class StrictYamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Mark mark;
    private final @Nullable String fix;

    StrictYamlException(ProblemCode code, Mark mark, String message, @Nullable String fix) {
        super(message);
        this.code = code;
        this.mark = mark;
        this.fix = fix;
    }

    void report(String file, Problems problems) {
        problems.error(code, YamlFile.place(file, mark), String.valueOf(getMessage()), fix);
    }
}
