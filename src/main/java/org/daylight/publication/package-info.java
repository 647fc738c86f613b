/**
 * Live revisions: watches the rules folder, compiles edited schemes, keeps every revision that went live, and answers which one is
 * live now. A broken edit leaves the old revision live.
 *
 * <p>One scheme never touches another: each folder is looked at, read and compiled on its own, and whatever is thrown meanwhile is a
 * problem of that scheme, shown with the moment since which it has problems. Only a store that is away ends a look early. A scheme's
 * folder may be reached by a link inside the folder of schemes, and its files by links inside the scheme's folder, as mounted
 * configuration has them; links that lead out are refused, for what is read is shown to everybody.
 *
 * <p>Uses the rule base and the records. Reading a live revision's rules never waits for a build.
 */
@NullMarked
package org.daylight.publication;

import org.jspecify.annotations.NullMarked;
