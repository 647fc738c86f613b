package org.daylight.rulebase.source;

import java.util.List;
import org.daylight.problem.Place;
import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file: its text, and what the parser made of it.
 *
 * @param path inside the scheme folder
 */
public record SourceFile(String path, String text, PackageDescr content) {

    public Place place(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        return new Place(path, line(text, within), within - text.lastIndexOf('\n', within - 1));
    }

    /** The line of a text on which a character stands. */
    static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    /** Where a line begins; the text's end for lines behind it. */
    public int startOf(int line) {
        int at = 0;
        for (int skipped = 1; skipped < line && at >= 0; skipped++) {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return text.length();
            }
        }
        return at;
    }

    /** Where a piece of text begins, looked for from an offset on; the offset itself when it is not there. */
    public int find(String piece, int from) {
        int found = text.indexOf(piece, Math.max(0, from));
        return found < 0 ? Math.max(0, from) : found;
    }

    /** The tokens of a piece of code that the parser keeps without its place; looked for from {@code first} on. */
    List<Token> tokens(String code, int first) {
        return Tokens.of(code.strip(), find(code.strip(), first));
    }
}
