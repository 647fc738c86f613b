/**
 * Keeps records, so that nobody can alter one unnoticed and nobody can read one without its citizen's key. A row of a
 * {@link SealedTable} holds a header in clear, the personal content sealed, and the place of the record's leaf in the log. One of
 * a {@link LoggedTable} holds nothing personal but, at most, a citizen's id, and its leaf's salt in clear. A
 * {@link RecordSession} seals, logs and opens rows within one read or write of the {@link RecordStore}.
 *
 * <p>A record is one line of JSON without blanks, {@code record} first and then the names in order, moments as RFC 3339 in UTC. It
 * is made anew from its row whenever it is asked for, so a value altered in any column no longer fits the leaf. The leaf's entry
 * is {@code SHA-256(salt || record)}. Fields, by {@code record}:
 *
 * <ul>
 *   <li>{@code statement}: citizen, data, id, kind, position, recordedAt, recordedBy, revision, scheme, source, type, validAt
 *   <li>{@code enrolment}: action, citizen, lawfulBasis (if enrolled), notice (if enrolled), position, recordedAt, recordedBy,
 *       revision (if the scheme was live), scheme
 *   <li>{@code decision}: asOf, assessment (as it was answered, byte for byte), attributes, citizen, decimals, discloses, dossier
 *       (enrolments, hash, statements), engine, id, knownAt, recordedAt, recordedBy, revision, scheme, service, traceId
 *   <li>{@code publication}: liveAt, position, revision, scheme
 *   <li>{@code erasure}: citizen, position, recordedAt, recordedBy
 * </ul>
 *
 * <p>Uses {@code store}, {@code vault} and {@code log}. Each table is defined in the package that it belongs to.
 */
@NullMarked
package org.daylight.records;

import org.jspecify.annotations.NullMarked;
