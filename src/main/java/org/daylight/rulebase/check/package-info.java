/**
 * What is wrong with rule files and tables before anything is built: unknown names and values of the wrong kind, told by the
 * author's own words and place. The rule engine would find part of it later, without a place, or not at all.
 *
 * <p>Uses the sources and the scheme.
 */
@NullMarked
package org.daylight.rulebase.check;

import org.jspecify.annotations.NullMarked;
