/**
 * Rule files as their author wrote them, cut into what checks and lints ask about: patterns, comparisons, bindings, each with its
 * place in the file.
 *
 * <p>Uses the rule engine's parser only. Nothing here judges.
 */
@NullMarked
package org.daylight.rulebase.source;

import org.jspecify.annotations.NullMarked;
