/**
 * A scheme folder as data: manifest, notice, rule files, parameter tables, revision, the types its rules declare, and the
 * statements and dossiers that are instances of those types. What is wrong with it is gathered in {@link Problems}, for whoever reads
 * or checks a scheme.
 *
 * <p>Uses problems only. Nothing here compiles or runs a rule.
 */
@NullMarked
package org.daylight.scheme;

import org.jspecify.annotations.NullMarked;
