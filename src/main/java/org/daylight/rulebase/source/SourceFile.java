package org.daylight.rulebase.source;

import java.util.List;
import org.daylight.problem.Place;
import org.drools.drl.ast.descr.BaseDescr;
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

    /** The tokens of what the parser found somewhere. */
    List<Token> tokens(BaseDescr part) {
        int begin = part.getStartCharacter();
        int end = part.getEndCharacter() + 1;
        return begin < 0 || end <= begin || end > text.length()
                ? List.of()
                : Tokens.of(text.substring(begin, end), begin);
    }

    /**
     * What the parser found somewhere, to where its parentheses close; an empty text when it has none.
     *
     * @param fromType whether it begins with the word before the parentheses, not with what stands before that
     */
    SourceText text(BaseDescr part, boolean fromType) {
        List<Token> tokens = tokens(part);
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        if (open == tokens.size()) {
            return new SourceText(this, "", part.getStartCharacter());
        }
        int begin = tokens.get(fromType ? Math.max(0, open - 1) : 0).offset();
        Token end = tokens.get(Tokens.closing(tokens, open));
        String written = text.substring(begin, end.offset() + end.text().length());
        return new SourceText(this, written.replaceAll("\\s+", " "), begin);
    }

    /** The tokens of a piece of code that the parser keeps without its place; looked for from {@code first} on. */
    List<Token> tokens(String code, int first) {
        return Tokens.of(code.strip(), find(code.strip(), first));
    }
}
