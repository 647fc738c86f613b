package org.daylight.scheme;

import java.io.IOException;
import org.daylight.problem.Place;
import org.daylight.problem.ProblemCode;

/** Thrown where bytes are not the text that people would see: no UTF-8, or a control character in it. */
public final class UnsoundTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final int line;
    private final int column;
    private final String fix;

    UnsoundTextException(ProblemCode code, int line, int column, String message, String fix) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
        this.fix = fix;
    }

    /** Tells it as a problem of the file that was read. */
    public void report(String file, Problems problems) {
        problems.error(code, new Place(file, line, column), String.valueOf(getMessage()), fix);
    }
}
