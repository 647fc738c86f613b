package org.daylight.rulebase.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daylight.problem.Place;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file: its text, and what the parser made of it.
 *
 * @param path inside the scheme folder
 * @param unread the names that parts of it would have given which could not be read, and are blank in the text
 * @param lines where those of the text begin
 */
public record SourceFile(String path, String text, PackageDescr content, Set<String> unread, LineStarts lines) {
    public SourceFile(String path, String text, PackageDescr content, Set<String> unread) {
        this(path, text, content, unread, LineStarts.of(text));
    }

    public SourceFile(String path, String text, PackageDescr content) {
        this(path, text, content, Set.of());
    }

    /** The names of the types that it declares or imports, imported ones in full. */
    Stream<String> names() {
        return Stream.of(
                        content.getTypeDeclarations().stream().map(type -> type.getTypeName()),
                        content.getEnumDeclarations().stream().map(type -> type.getTypeName()),
                        content.getImports().stream().map(ImportDescr::getTarget))
                .flatMap(names -> names);
    }

    public Place place(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        return new Place(path, lines.of(within), within - text.lastIndexOf('\n', within - 1));
    }

    /** The offset at which a line begins; the text's end for lines behind it. */
    public int startOf(int line) {
        return lines.start(line).orElse(text.length());
    }

    /** The offset of a piece of text, searched for from {@code from} on; {@code from} itself when it is not there. */
    public int find(String piece, int from) {
        int offset = text.indexOf(piece, Math.max(0, from));
        return offset < 0 ? Math.max(0, from) : offset;
    }

    /** The tokens of an element that the parser found; none when it has no place. */
    List<Token> tokens(BaseDescr element) {
        int begin = element.getStartCharacter();
        int end = element.getEndCharacter() + 1;
        return begin < 0 || end <= begin || end > text.length()
                ? List.of()
                : Tokens.of(text.substring(begin, end), begin);
    }

    /** Puts a text in the place of some code; what was on several lines stays so. */
    TextEdit replace(List<Token> code, String replacement) {
        int offset = code.get(0).offset();
        Token last = code.get(code.size() - 1);
        String written = text.substring(offset, last.offset() + last.text().length());
        String lines = written.replaceAll("[^\n]", "");
        return new TextEdit(offset, written, replacement + lines);
    }

    /**
     * The text of an element that the parser found, to where its parentheses close; an empty text when it has none.
     *
     * @param fromType whether it begins with the word before the parentheses, not with what stands before that
     */
    SourceText text(BaseDescr element, boolean fromType) {
        List<Token> tokens = tokens(element);
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        if (open == tokens.size()) {
            return new SourceText(this, "", element.getStartCharacter());
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
