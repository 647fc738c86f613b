package org.daylight.records;

import java.time.Instant;

/** What is in clear of a personal record. */
public interface RecordHeader {
    /** Whose key seals the rest. */
    String citizen();

    Instant recordedAt();
}
