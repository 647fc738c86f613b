/**
 * Live revisions: watches the rules folder, compiles edited schemes, keeps every revision that went live, and answers which one is
 * live now. A broken edit leaves the old revision live.
 *
 * <p>Uses the rule base and the records. Reading a live revision's rules never waits for a build.
 */
@NullMarked
package org.daylight.publication;

import org.jspecify.annotations.NullMarked;
