/**
 * The texts of a log: C2SP signed notes and their keys (Ed25519), checkpoints, and proofs of inclusion that travel with a record.
 *
 * <p>Pure; uses {@code log.merkle} and Bouncy Castle's Ed25519.
 */
@NullMarked
package org.daylight.log.note;

import org.jspecify.annotations.NullMarked;
