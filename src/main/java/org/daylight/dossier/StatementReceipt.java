package org.daylight.dossier;

import java.time.Instant;

/**
 * The answer for a durable statement, the same whenever it is sent again.
 *
 * @param type name of the declared type
 * @param recordedAt the moment at which it was recorded
 * @param revision the scheme's live revision at that time
 */
public record StatementReceipt(
        String source, String id, String scheme, String type, String citizen, Instant recordedAt, String revision) {}
