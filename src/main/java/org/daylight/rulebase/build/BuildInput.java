package org.daylight.rulebase.build;

import org.daylight.rulebase.source.SchemeSource;
import org.daylight.scheme.Scheme;

/**
 * What the engine's rules are built of.
 *
 * @param scheme with the text to build, which may lack some of the rules
 * @param source all that was read of the scheme
 */
record BuildInput(Scheme scheme, SchemeSource source) {}
