package org.daylight.rulebase.build;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.daylight.rulebase.source.SchemeSource;
import org.daylight.rulebase.source.SourceFile;
import org.daylight.scheme.Scheme;

/**
 * The input of one build.
 *
 * @param scheme with the text to build, which may lack some of the rules
 * @param source all that was read of the scheme
 */
record BuildInput(Scheme scheme, SchemeSource source) {
    /** The first wanted line, at or after a line, of a file of the scheme to build; 0 when there is none. */
    int firstLine(SourceFile file, int from, Predicate<String> wanted) {
        List<String> lines =
                scheme.ruleFiles().getOrDefault(file.path(), "").lines().toList();
        return IntStream.rangeClosed(Math.max(1, from), lines.size())
                .filter(line -> wanted.test(lines.get(line - 1)))
                .findFirst()
                .orElse(0);
    }
}
