package org.daylight.dossier;

import java.time.Instant;

/**
 * That everything personal about a citizen can be read by nobody any more.
 *
 * @param position the how manieth erasure of this citizen it is, from 1 on
 * @param recordedAt when it became durable
 * @param recordedBy who had it done
 */
public record ErasureRecord(String citizen, long position, Instant recordedAt, String recordedBy) {}
