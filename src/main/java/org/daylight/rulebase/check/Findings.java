package org.daylight.rulebase.check;

import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Problems;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong at a token. */
final class Findings {
    private final Problems problems;

    Findings(Problems problems) {
        this.problems = problems;
    }

    void at(SourceFile file, Token token, ProblemCode code, String message, @Nullable String fix) {
        at(file, token.offset(), code, message, fix);
    }

    void at(SourceFile file, int offset, ProblemCode code, String message, @Nullable String fix) {
        problems.error(code, file.place(offset), message, fix);
    }
}
