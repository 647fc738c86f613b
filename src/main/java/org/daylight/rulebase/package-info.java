/**
 * From a scheme to rules that can be asked: parsed, checked, compiled. What is wrong is told by file and line, all at once.
 *
 * <p>Uses the scheme and the vocabulary. Apart from the evaluation this is the only place that knows the rule engine: authors'
 * text becomes Java bytecode here, and nothing of an author runs before the whole scheme has been found free of errors.
 *
 * <p><strong>Building has bounds.</strong> Files, bytes, rules, combinations of {@code or}, nesting, and the room on the heap are
 * looked at before anything is built. Then one build at a time runs on one thread, which is watched: processor time beyond 90
 * seconds, or a heap that stays more than nine tenths full after collecting, ends it, and the author is told; the revision before
 * it stays live. Ending it works in two ways. Parser, generator and compiler keep looking for classes, and the next look throws.
 * Where none comes, the thread is stopped from outside, which JVMs up to 19 can do. From 20 on nobody can: a build that got into
 * an endless stretch without looking for a class would keep its thread until the process ends, while others go on being built.
 * The texts for which the engine is known to do that (deep nesting, constants made of constants) are refused unread.
 */
@NullMarked
package org.daylight.rulebase;

import org.jspecify.annotations.NullMarked;
