/**
 * The tamper-evident log: what was recorded, in which order, signed so that nobody can change it afterwards unnoticed, not even
 * the operator.
 *
 * <p>Each process that records has a log of its own, named by its origin. Each record is a leaf: statements, decisions,
 * publications, enrolments, erasures. A leaf's entry is {@code SHA-256(salt || record)} with 32 random bytes of salt
 * ({@link Leaf}); the record's canonical bytes are made where the record is kept, as one JSON object whose
 * member {@code record} says of what kind it is. The log itself holds nothing about anybody: without the salt, which is sealed
 * with the record, an entry cannot even be guessed at.
 *
 * <p>Leaves are appended in the transaction that stores what they stand for, and one checkpoint over them is signed in the same
 * transaction ({@link Log}). Tree and texts follow public formats: RFC 6962 hashing, C2SP tlog-tiles,
 * tlog-checkpoint, signed-note and tlog-proof; see {@code merkle} and {@code note}, which are pure. {@code verify} checks all of
 * it from outside. Leaf hashes are not stored but computed from the entries when they are read.
 *
 * <p>Uses {@code store}. Plain Java but for {@link LogResource}.
 */
@NullMarked
package org.daylight.log;

import org.jspecify.annotations.NullMarked;
