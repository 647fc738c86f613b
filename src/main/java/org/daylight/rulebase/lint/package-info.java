/**
 * Lints: what an author may do and mostly should not. Each is a warning with a code of its own, and can be allowed where it stands
 * by one line that gives a reason.
 *
 * <p>Uses the sources and the scheme. Runs only on schemes without errors.
 */
@NullMarked
package org.daylight.rulebase.lint;

import org.jspecify.annotations.NullMarked;
