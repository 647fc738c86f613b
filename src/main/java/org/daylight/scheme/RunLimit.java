package org.daylight.scheme;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.daylight.problem.ProblemCode;

/**
 * Refuses a word or a comment of a million letters: the YAML reader copies what it has of one each time it reads on, so that time
 * would grow with the square of its length.
 */
final class RunLimit extends FilterReader {
    private static final int LONGEST = 1_000_000;

    private int line = 1;
    private int column;
    private int run;
    private boolean comment;

    RunLimit(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] letter = new char[1];
        return read(letter, 0, 1) < 0 ? -1 : letter[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int at = offset; at < offset + count; at++) {
            look(into[at]);
        }
        return count;
    }

    private void look(char letter) throws IOException {
        boolean lineEnds = letter == '\n' || letter == '\r';
        column++;
        if (letter == '\n') {
            line++;
            column = 0;
        }
        comment = !lineEnds && (comment || (letter == '#' && run == 0));
        boolean ends = lineEnds || (!comment && (letter == ' ' || letter == '\t'));
        run = ends ? 0 : run + 1;
        if (run > LONGEST) {
            throw new UnsoundTextException(
                    ProblemCode.TOO_LARGE,
                    line,
                    column,
                    "more than " + LONGEST + " letters stand here without a space",
                    "put them on lines of their own");
        }
    }
}
