/**
 * Exports decisions to log stores.
 *
 * <p>Each decision is one line of JSON with the field names of the Open Policy Agent's decision log,
 * in the order in which they were committed, log by log. Its JSON Schema is {@code decision-log.schema.json}, served at
 * {@code /decisions/log/schema}:
 *
 * <ul>
 *   <li>{@code decision_id}, {@code timestamp}, {@code requested_by}; {@code path} is scheme and service
 *   <li>{@code trace_id}: from the caller's {@code traceparent}; the decision's own id where none was sent
 *   <li>{@code revision}: of the policy, the hash of the scheme folder that decided
 *   <li>{@code input}, {@code result}: the question and the answer
 *   <li>{@code erased}: JSON pointers to fields that were masked, or can no longer be read because the citizen was erased
 *   <li>{@code labels}: the engine that evaluated it, and the log and the leaf that have it
 *   <li>{@code cursor}: the position behind this line in all logs; nothing that is recorded later comes to lie before it
 * </ul>
 *
 * <p>{@code daylight export --file} goes on where the file ends and writes a line anew that was half written;
 * {@code GET /decisions/log} goes on {@code after} a cursor. {@code mask} leaves a field out and says so in {@code erased}.
 * Exported lines are in clear, and an erasure here does not reach them there.
 *
 * <p>Uses kept decisions. Start at {@link DecisionLogExport}.
 */
@NullMarked
package org.daylight.decision.export;

import org.jspecify.annotations.NullMarked;
