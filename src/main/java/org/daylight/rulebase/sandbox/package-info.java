/**
 * Rules that cannot hurt: what an author wrote is verified and metered between compiling and loading.
 *
 * <p>Every class that the engine made from a scheme is read into a tree, the tree is checked against lists of types and methods
 * ({@code authors.txt}, {@code generated.txt}), counters are woven into the same tree, and <em>the bytes that are loaded are written
 * from that tree</em>; the compiler's own bytes are never loaded. A class that a JVM would read differently from what was checked
 * is therefore impossible by construction: there is no second reading. A class that is not found by name in the checked set cannot
 * come from elsewhere either, because the packages of all classes are checked to be the scheme's own.
 *
 * <p>Compiling runs nothing of an author's: the Java compiler runs without annotation processors, and no class is initialised
 * before it was verified.
 *
 * <p>Uses problems only, and is used by the rule base (to verify and weave) and by the evaluation (to meter).
 */
@NullMarked
package org.daylight.rulebase.sandbox;

import org.jspecify.annotations.NullMarked;
