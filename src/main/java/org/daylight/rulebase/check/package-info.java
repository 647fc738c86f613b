/**
 * The checks of what rule files, tables, catalogues and the manifest say before anything is built: language that schemes do
 * without, unknown names, values of the wrong kind. Problems are told in the author's own words and by place; the rule engine
 * would find part of them later, without a place, or not at all.
 *
 * <p>Uses the source, the scheme and the vocabulary; never the engine's compiler. {@link SourceCheck} runs them all.
 */
@NullMarked
package org.daylight.rulebase.check;

import org.jspecify.annotations.NullMarked;
