/**
 * From a scheme to rules that can be asked: parsed, checked, compiled. What is wrong is told by file and line, all at once.
 *
 * <p>Uses the scheme and the vocabulary. Apart from the evaluation this is the only place that knows the rule engine: authors'
 * text becomes Java bytecode here, and nothing of an author runs before the whole scheme has been found free of errors.
 */
@NullMarked
package org.daylight.rulebase;

import org.jspecify.annotations.NullMarked;
