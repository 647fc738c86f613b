/**
 * The texts of a log: C2SP signed notes and their keys (Ed25519), checkpoints, and proofs that one carries along.
 *
 * <p>Pure; uses {@code log.merkle} and the JDK's cryptography.
 */
@NullMarked
package org.daylight.log.note;

import org.jspecify.annotations.NullMarked;
