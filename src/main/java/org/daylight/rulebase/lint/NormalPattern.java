package org.daylight.rulebase.lint;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daylight.rulebase.source.SourcePattern;

/** A pattern in a form that two rules can share. */
record NormalPattern(SourcePattern source, List<NormalComparison> parts) {
    String text() {
        return text(part -> true);
    }

    /** The text of some of its parts, in alphabetical order. */
    String text(Predicate<NormalComparison> kept) {
        return source.quantifier()
                + (source.alternative() ? " or " : " ")
                + source.type()
                + parts.stream()
                        .filter(kept)
                        .map(NormalComparison::text)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
