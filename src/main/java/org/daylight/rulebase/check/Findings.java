package org.daylight.rulebase.check;

import java.util.Collection;
import java.util.Optional;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.rulebase.source.Token;
import org.daylight.scheme.Nearest;
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
        Place place = file.place(offset);
        problems.error(code, place, message, fix);
    }

    static @Nullable String didYouMean(String mistyped, Collection<String> known) {
        return didYouMean(Nearest.to(mistyped, known));
    }

    static @Nullable String didYouMean(Optional<String> nearest) {
        return nearest.map(near -> "did you mean `" + near + "`?").orElse(null);
    }
}
