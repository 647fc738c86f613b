package org.daylight.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of a scheme's tables; authors write {@code declare X extends Parameter} and put the rows in {@code X.csv}.
 * Only rows in force on the assessment's date are seen by rules.
 */
public abstract class Parameter {
    private @Nullable LocalDate inForceFrom;
    private @Nullable LocalDate inForceTo;
    private @Nullable String reference;

    /** The first day on which the row is in force. */
    public final @Nullable LocalDate getInForceFrom() {
        return inForceFrom;
    }

    /** The last day on which the row is in force, or null while no end is known. */
    public final @Nullable LocalDate getInForceTo() {
        return inForceTo;
    }

    /** The place where the row is printed: an article, a decree, a page. */
    public final @Nullable String getReference() {
        return reference;
    }

    /** Dates the row. Works once: a table is not a rule's to change. */
    public final void enacted(LocalDate from, @Nullable LocalDate to, String printedIn) {
        if (inForceFrom != null) {
            throw new IllegalStateException("a parameter's dates cannot be changed");
        }
        inForceFrom = from;
        inForceTo = to;
        reference = printedIn;
    }
}
