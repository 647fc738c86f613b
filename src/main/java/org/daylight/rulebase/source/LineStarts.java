package org.daylight.rulebase.source;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Where the lines of a text begin: counted once, as every problem and every rule asks for its line. */
public final class LineStarts {
    private final int[] starts;

    private LineStarts(int[] starts) {
        this.starts = starts;
    }

    static LineStarts of(String text) {
        IntStream behindBreaks = IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == '\n')
                .map(at -> at + 1);
        return new LineStarts(IntStream.concat(IntStream.of(0), behindBreaks).toArray());
    }

    /** The line, from 1, on which a character stands. */
    int of(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where a line begins; empty for lines behind the text. */
    OptionalInt start(int line) {
        return line > starts.length ? OptionalInt.empty() : OptionalInt.of(starts[Math.max(0, line - 1)]);
    }
}
