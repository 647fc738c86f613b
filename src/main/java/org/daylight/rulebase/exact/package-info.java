/**
 * What rules compute with. The build puts {@link Exact} and {@link Wide} in the place of every operator and decimal literal in
 * authors' code, wherever it stands: whole numbers never wrap, decimals are never binary, and texts are equal by what they say.
 *
 * <p><strong>Whole numbers.</strong> An operation of two {@code int} is an {@code int}, any other a {@code long}; a result outside
 * that range ends the assessment. Where nothing asks for an {@code int}, as on either side of a comparison or for what is bound,
 * all steps are computed as {@code long} and only the result has to fit.
 *
 * <p><strong>Decimals</strong> are exact: sums, differences, products and remainders have all their digits, up to what the meter
 * allows; a quotient is rounded to 34 significant digits, half to even (IEEE 754 decimal128), an average to
 * {@value org.daylight.rulebase.exact.Wide#AVERAGE_SCALE} decimals, half up. Zeros at the end of a fraction are dropped, so that
 * equal decimals are equal everywhere: in sets, as keys, and when joined.
 *
 * <p>Plain Java; uses nothing.
 */
@NullMarked
package org.daylight.rulebase.exact;

import org.jspecify.annotations.NullMarked;
