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
 * <p>Leaves are appended in the transaction that stores their records, and one checkpoint over them is signed in the same
 * transaction ({@link Log}). Tree and texts follow public formats: RFC 6962 hashing, C2SP tlog-tiles,
 * tlog-checkpoint, signed-note and tlog-proof; see {@code merkle} and {@code note}, which are pure. {@code verify} checks all of
 * it from outside. Leaf hashes are not stored but computed from the entries when they are read.
 *
 * <p><strong>What is served,</strong> at {@code /log}, open to everybody, as static files: {@code checkpoint};
 * {@code tile/<level>/<index>} and {@code tile/entries/<index>}, with {@code .p/<width>} behind them for a partial tile. Beside
 * them {@code key} has the verifier key. Several processes that share a database each serve their own log there, and all of
 * them at {@code /log/origins/<number>}; {@code /log/origins} lists them. Tools that are not ours can check it all: a test does
 * so with one that is written from the public texts alone.
 *
 * <p><strong>A receipt</strong> is {@code {"record": "…", "proof": "…"}}, both texts. The record's UTF-8 bytes are what was
 * logged, to the letter; the proof is a tlog-proof whose {@code extra} is the salt. The record holds all of a decision, so
 * auditors, caseworkers and the citizen may have it, and a service may not. A receipt handed out before an erasure still
 * verifies.
 *
 * <p><strong>What verifying finds.</strong> Whatever was altered is named: the record, the leaf, the tile and the hash in it,
 * the checkpoint's line or the signature. {@code verify receipt} works offline. {@code verify log} reads every tile and every
 * entry and recomputes every hash; {@code --save} keeps the checkpoint, and {@code --since} finds later whether the log has
 * grown from it and nothing before was changed. {@code verify store} opens each stored record and compares it with its leaf; it
 * also holds a revision's files to their hash, and every statement to the index that keeps it from being stated twice. Exit
 * codes: 0 all is as it was signed; 1 something was altered or is missing; 2 wrong usage, or what should be verified cannot be
 * read.
 *
 * <p><strong>What nobody can find.</strong> Of an erased citizen's records it can be said only that their leaves are still
 * there. Nothing vouches for the moments at which keys were made and checkpoints signed, nor for how many checkpoints there
 * were before the last. Only {@code --since} tells when the last records were cut off together with their leaves and
 * checkpoints. A key that is read together with the log proves nothing about the past: key and checkpoints must be kept where
 * the operator cannot change them.
 *
 * <p>Uses {@code store}. Plain Java but for {@link LogResource}. How a log gets its key and its origin is told
 * in {@code src/main/docker/README.md}.
 */
@NullMarked
package org.daylight.log;

import org.jspecify.annotations.NullMarked;
