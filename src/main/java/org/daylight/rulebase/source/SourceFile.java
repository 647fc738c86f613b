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
        String before = text.substring(0, Math.max(0, Math.min(offset, text.length())));
        int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
        return new Place(path, line, before.length() - before.lastIndexOf('\n'));
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

    /** The tokens of a stretch of the text; the last character is part of it, as the parser counts. */
    List<Token> tokens(int first, int last) {
        return first < 0 || last < first || last >= text.length()
                ? List.of()
                : Tokens.of(text.substring(first, last + 1), first);
    }

    /** The tokens of a piece of code that the parser keeps without its place; looked for from {@code first} on. */
    List<Token> find(String code, int first) {
        String wanted = code.strip();
        int at = text.indexOf(wanted, Math.max(0, first));
        return Tokens.of(wanted, at < 0 ? Math.max(0, first) : at);
    }
}
