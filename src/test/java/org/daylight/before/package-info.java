/**
 * What a change of the house must leave as it is: the answers at the doors, the records, what is sealed and what is logged, and
 * the command line, byte for byte, and that what was handed out before (receipts, an export, a log) still verifies.
 *
 * <p>Everything is kept in {@code src/test/resources/before}: {@code scripts} is what is asked, {@code expected} what was
 * answered, {@code evidence} what was handed out. The clock stands where a script sets it, and every random byte that Daylight
 * asks for is zero ({@link org.daylight.before.KnownRandomness}), so keys, salts and what is sealed are the same in each run. Only
 * what stays random is hidden ({@link org.daylight.before.Placeholders}): ids of decisions, and the hashes and signatures that
 * depend on them.
 *
 * <p>{@code mvn test '-Dtest=*BeforeTest' -Dclaims.regenerate=true} writes {@code expected} and {@code evidence} anew, by the
 * code as it is. That is right when an answer was meant to change, and only then; review the difference like code.
 */
@NullMarked
package org.daylight.before;

import org.jspecify.annotations.NullMarked;
