/**
 * The cases of a scheme: what is given, what is asked, what must come out. Read from {@code cases/*.yaml}, run through the
 * evaluation, compared.
 *
 * <p>Uses the evaluation and, for coverage, the conditions of the explanation. No I/O: the files are part of the scheme folder.
 */
@NullMarked
package org.daylight.scenario;

import org.jspecify.annotations.NullMarked;
