package org.daylight.rulebase.source;

/**
 * A piece of a file to be put in the place of another.
 *
 * @param offset where the other begins, counted in characters
 * @param written the other; empty to insert
 * @param replacement without line breaks, so that lines stay where they are
 */
record TextEdit(int offset, String written, String replacement) {
    static TextEdit replace(Token token, String replacement) {
        return new TextEdit(token.offset(), token.text(), replacement);
    }

    static TextEdit insert(int offset, String text) {
        return new TextEdit(offset, "", text);
    }

    int end() {
        return offset + written.length();
    }
}
