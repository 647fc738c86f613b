package org.daylight.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds from a time on, until a newer statement of the same type (and {@code @key} fields) supersedes it;
 * authors write {@code declare X extends Fact}.
 */
public abstract class Fact {
    private @Nullable Instant validAt;
    private @Nullable LocalDate validOn;

    /** The moment from which it holds, to the microsecond. */
    public final @Nullable Instant getValidAt() {
        return validAt;
    }

    /** The day from which it holds, in the scheme's time zone. */
    public final @Nullable LocalDate getValidOn() {
        return validOn;
    }

    /** Places the fact in time. Works once: what is stated is not a rule's to change. */
    public final void holds(Instant from, LocalDate on) {
        if (validAt != null) {
            throw new IllegalStateException("a fact's time cannot be changed");
        }
        validAt = from;
        validOn = on;
    }
}
