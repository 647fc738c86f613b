package org.daylight.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Tells the given moments one after the other, and then the last one for ever. */
public final class TickingClock extends Clock {
    private final Deque<Instant> moments;

    public TickingClock(Instant... moments) {
        this.moments = new ArrayDeque<>(List.of(moments));
    }

    @Override
    public synchronized Instant instant() {
        return moments.size() > 1 ? moments.removeFirst() : moments.getFirst();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
