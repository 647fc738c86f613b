package org.daylight.dossier;

import java.time.Instant;

/**
 * A statement that is durable; sent again, it is answered alike.
 *
 * @param type name of the declared type
 * @param recordedAt when it became durable here
 * @param revision the scheme's live revision at that time
 */
public record StatementReceipt(
        String source, String id, String scheme, String type, String citizen, Instant recordedAt, String revision) {}
