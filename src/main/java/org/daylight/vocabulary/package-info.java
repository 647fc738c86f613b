/**
 * What a rule may say: the types its conditions match and the two verbs its consequences use.
 *
 * <p>Uses nothing else of Daylight, so that the words an author reads are the whole of what a rule can reach.
 */
@NullMarked
package org.daylight.vocabulary;

import org.jspecify.annotations.NullMarked;
