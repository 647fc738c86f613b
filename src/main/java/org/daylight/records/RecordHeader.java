package org.daylight.records;

import java.time.Instant;

/** The part of a personal record that is stored in clear. */
public interface RecordHeader {
    /** The citizen whose key seals the rest. */
    String citizen();

    Instant recordedAt();
}
