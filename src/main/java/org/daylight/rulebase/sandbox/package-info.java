/**
 * The sandbox of rules: what an author wrote is verified and metered between compiling and loading.
 *
 * <p><strong>What is checked is what runs.</strong> Every class that the engine made from a scheme is read once, into a tree. The
 * tree is checked against lists of types and methods, counters are woven into the same tree, and the bytes that are loaded are
 * written from that tree; the compiler's own bytes are thrown away. A JVM could load something else than what was verified only if
 * there were a second reading of the bytes, a second source of them, or a class that nobody expected, and there is none of the
 * three: <ul>
 * <li>what the JVM reads was written by us from the tree, so no malformed class, however cleverly made, reaches it;
 * <li>each class of the module takes the place of the compiled one under its own name before the class loader exists, and a
 *   scheme's class loader finds its classes nowhere else; their package is the scheme's own, so it can neither replace nor join a
 *   package of the service, of the engine or of Java;
 * <li>the names of all classes are known beforehand: the declared types, and what the engine generates. A class that stands inside
 *   an author's code, in whatever disguise, is refused.
 * </ul>
 *
 * <p><strong>Four lists.</strong> {@code authors.txt} says what authors may use. In a condition the engine wraps what they wrote
 * into a method, and {@code conditions.txt} adds the few calls it does that with. {@code generated.txt} adds what
 * declared types compare and hash themselves with. {@code building.txt} stands alone: it holds for methods that describe the rules
 * to the engine, in which nothing of an author's stands; functions do not count as such whatever their names are.
 *
 * <p><strong>Compiling runs nothing of an author's:</strong> the compiler runs without annotation processors, and no class is
 * initialised before it was verified.
 *
 * <p><strong>Nothing outlives an assessment.</strong> What is made while rules are built is shared by all assessments, so nothing of
 * an author's is made there: the methods that describe the rules, and the initialisers of classes, have a list of their own,
 * {@code building.txt}, in which nothing can change, and may call neither functions nor declared types. What a {@code from} or a
 * salience computes without bound values, which the generator would compute there, is put off to each assessment ({@link
 * LateValues}), where it is metered like all else. Declared choices, the only objects of an author's that live longer, hold values
 * that never change, made of literals. Classes have no static fields but those; facts hold values, facts, and frozen copies of
 * collections.
 *
 * <p><strong>Effects stand behind {@code then}.</strong> Conditions and what they call may be run any number of times, so they
 * change only what they have made ({@link ConditionEffects}); and no code makes events, facts, parameters or requests ({@link
 * MadeInputs}).
 *
 * <p><strong>Every allowed call has a cost.</strong> The lists say it, and a line without one is not read. What a call costs
 * whatever its arguments are is summed up while weaving, with the instructions around it ({@link CodeWeight}), and paid at each
 * entry and jump back; what grows with arguments is charged before the call ({@link WorkCost}), or a stand-in of ours takes it
 * ({@link MeteredMethods}). A step is at most some quarter of a microsecond's work and some 64 bytes, so that one budget bounds
 * both. Regular expressions are RE2's, which take linear time ({@link LinearExpression}). Handlers, text, arrays and decimals
 * are counted where they are made. What the engine does of its own accord, such as joining data, looking up the keys of joins and
 * groups, and counting again what is left, is paid by parts that are put in the place of its own ({@link MeteredJoins}).
 *
 * <p><strong>Same input, same step.</strong> What differs from run to run is out of reach: the place of an object in memory has no
 * text ({@link MeteredText}), sets keep the order in which they were filled, functions of {@code Math} that processors compute
 * differently come from {@code StrictMath}, nothing calls itself, and no handler catches an error.
 *
 * <p>Uses the engine's operators, accumulators and join nodes, for some of which metered ones stand in; used by the build (to verify
 * and weave), and by the evaluation and the explanation (to meter).
 */
@NullMarked
package org.daylight.rulebase.sandbox;

import org.jspecify.annotations.NullMarked;
