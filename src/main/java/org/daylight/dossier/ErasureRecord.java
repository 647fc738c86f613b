package org.daylight.dossier;

import java.time.Instant;

/**
 * An erasure: nobody can read anything personal any more that was recorded about the citizen before.
 *
 * @param position of this erasure among the citizen's, from 1 on
 * @param recordedAt the moment at which it was recorded
 * @param recordedBy the name of the caller who had it done
 */
public record ErasureRecord(String citizen, long position, Instant recordedAt, String recordedBy) {}
