package org.daylight.rulebase.lint;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.daylight.rulebase.source.SourcePattern;

/** A pattern in a form that two rules can share. */
record NormalPattern(SourcePattern source, List<NormalComparison> parts) {
    /** Quantifier and type. */
    String head() {
        return source.quantifier() + (source.alternative() ? " or " : " ") + source.type();
    }

    String text() {
        return text(part -> true);
    }

    /** Its text without some parts, in an order of its own. */
    String text(Predicate<NormalComparison> kept) {
        TreeSet<String> texts = new TreeSet<>();
        parts.stream().filter(kept).forEach(part -> texts.add(part.text()));
        return head() + texts;
    }
}
