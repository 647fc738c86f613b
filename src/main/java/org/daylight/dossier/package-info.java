/**
 * The knowledge about citizens: enrolments and statements as accepted, and dossiers as read back, as known now or at a moment.
 *
 * <p>A statement comes in as a CloudEvent: its {@code type} is {@code <scheme>.<Type>}, its {@code subject} the citizen, its
 * {@code time} when the event occurred or from when the fact holds. {@code <scheme>.Retraction} with the {@code source} and
 * {@code id} of an earlier statement takes it back. Extension attributes are ignored, as CloudEvents says; unknown fields of
 * {@code data} are refused.
 *
 * <p>Uses {@code scheme} for the types that data must have and {@code records} to keep it. Submissions that come at the same time
 * are admitted together ({@link StatementBatch}). Statements are written there and read in {@link StatementRows} only; a dossier is
 * read as a {@link DossierSnapshot}.
 */
@NullMarked
package org.daylight.dossier;

import org.jspecify.annotations.NullMarked;
