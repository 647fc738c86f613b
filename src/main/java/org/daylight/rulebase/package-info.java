/**
 * From a scheme to rules that can be asked. {@link RuleCompiler} makes a {@link RuleBase} of a folder, or tells by file and line
 * all that is wrong with it. This package is the face; the work is done in seven, none of which uses this one: {@code syntax} reads
 * rule files as far as they can be read, {@code source} what the rules say, and how the engine is told it ({@code EngineText}),
 * {@code check} judges it, {@code build} has the engine compile it, {@code exact} is what compiled rules compute with, {@code lint}
 * warns, {@code sandbox} verifies and meters what was compiled.
 *
 * <p>Uses the scheme and the vocabulary. Beside the evaluation and the explanation this is the only place that knows the rule
 * engine: authors' text becomes Java bytecode here, and nothing of an author runs before the whole scheme has been found free of
 * errors.
 */
@NullMarked
package org.daylight.rulebase;

import org.jspecify.annotations.NullMarked;
