package org.daylight.rulebase.syntax;

import org.daylight.rulebase.source.Token;
import org.jspecify.annotations.Nullable;

/**
 * A slip in an author's text.
 *
 * @param offset of what is wrong, in its file
 * @param fix what to write instead
 * @param edit makes of the text what was meant, where that is clear
 */
public record Mistake(
        int offset,
        String message,
        @Nullable String fix,
        @Nullable Edit edit) {

    /** A piece of the text and what to read in its place. */
    record Edit(int offset, int length, String text) {}

    /** Something for which there is no clear reading. */
    static Mistake at(Token token, String message, @Nullable String fix) {
        return new Mistake(token.offset(), message, fix, null);
    }

    /** A word or symbol that stands for another. */
    static Mistake replaced(Token token, String meant, String message, @Nullable String fix) {
        Edit edit = new Edit(token.offset(), token.text().length(), meant);
        return new Mistake(token.offset(), message, fix, edit);
    }

    /** Words or symbols, from the first to the last, that stand for something else. */
    static Mistake replaced(Token first, Token last, String meant, String message, @Nullable String fix) {
        int length = end(last) - first.offset();
        return new Mistake(first.offset(), message, fix, new Edit(first.offset(), length, meant));
    }

    /** Something that is missing behind a word or symbol, told at another. */
    static Mistake missing(Token told, Token behind, String meant, String message, @Nullable String fix) {
        return new Mistake(told.offset(), message, fix, new Edit(end(behind), 0, meant));
    }

    /** The same with the section it is in, where the message does not name it already. */
    Mistake within(Section section) {
        boolean told = message.isEmpty() || section.name().isEmpty() || message.contains("`" + section.name() + "`");
        return told ? this : new Mistake(offset, message + " in " + section.shown(), fix, edit);
    }

    static int end(Token token) {
        return token.offset() + token.text().length();
    }
}
