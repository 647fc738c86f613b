package org.daylight.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that happened to, or was done by, the citizen; authors write {@code declare X extends Event}. */
public abstract class Event {
    private @Nullable Instant occurredAt;
    private @Nullable LocalDate occurredOn;

    /** The moment it happened, to the microsecond. */
    public final @Nullable Instant getOccurredAt() {
        return occurredAt;
    }

    /** The day it happened, in the scheme's time zone. */
    public final @Nullable LocalDate getOccurredOn() {
        return occurredOn;
    }

    /** Places the event in time. Works once: what happened is not a rule's to change. */
    public final void happened(Instant at, LocalDate on) {
        if (occurredAt != null) {
            throw new IllegalStateException("an event's time cannot be changed");
        }
        occurredAt = at;
        occurredOn = on;
    }
}
