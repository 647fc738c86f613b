/**
 * The engine's rules, built from a scheme that was read and checked: limits and the watched thread of a build, what the engine says
 * told in an author's words and with a place, and the search for the rule that made it throw. What is wrong is left out and the rest
 * built again, so that an author reads of all mistakes at once.
 *
 * <p>Uses the sources, the sandbox and the scheme.
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
package org.daylight.rulebase.build;

import org.jspecify.annotations.NullMarked;
