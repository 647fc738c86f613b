package org.daylight.rulebase.source;

import org.daylight.problem.Place;

/**
 * A pattern, or a {@code not}, {@code exists} or {@code forall} with all that it is about, as its author wrote it.
 *
 * @param text on one line; a pattern's begins with its type
 * @param offset where it begins in its file
 */
public record SourceText(SourceFile file, String text, int offset) {
    public Place place() {
        return file.place(offset);
    }
}
