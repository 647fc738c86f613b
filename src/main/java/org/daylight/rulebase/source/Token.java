package org.daylight.rulebase.source;

/**
 * A word, number, text or symbol of an author's code.
 *
 * @param offset where it begins in its file, counted in characters from 0
 */
public record Token(Kind kind, String text, int offset) {
    public enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SYMBOL
    }

    public boolean is(String expected) {
        return text.equals(expected);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** The content of a text, without its quotes; other tokens as they are. */
    public String unquoted() {
        return kind == Kind.TEXT ? text.substring(1, text.length() - 1) : text;
    }
}
