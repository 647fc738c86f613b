package org.daylight.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size of an assessment's answer, in letters, as far as rules decide it. A few lines of a rule could otherwise make an answer
 * that no memory holds, out of steps that each cost next to nothing.
 */
final class AnswerSize {
    /** More than anybody reads, and no trouble to store. */
    static final int MOST_LETTERS = 16_000_000;
    /** The names and signs around a part of an answer. */
    private static final int AROUND = 50;

    private long letters;

    boolean isExceeded() {
        return letters > MOST_LETTERS;
    }

    void add(@Nullable Object... parts) {
        letters += AROUND;
        for (Object part : parts) {
            letters += part instanceof CharSequence text ? text.length() : 20;
        }
    }

    void addAll(List<String> texts) {
        for (String text : texts) {
            letters += 3L + text.length();
        }
    }

    void addData(List<Datum> data) {
        for (Datum datum : data) {
            add(datum.id(), datum.type());
            datum.read().forEach(this::add);
        }
    }
}
