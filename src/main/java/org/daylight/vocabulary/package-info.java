/**
 * The words of a rule: the types its conditions match, the verbs its consequences use, and the arithmetic of numbers and periods.
 *
 * <p>Uses nothing else of Daylight, so that the words an author reads are the whole of what a rule can reach.
 */
@NullMarked
package org.daylight.vocabulary;

import org.jspecify.annotations.NullMarked;
