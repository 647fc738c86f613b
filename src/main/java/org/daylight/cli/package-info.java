/**
 * The command line: checks schemes, runs their cases, decides, explains and ranks dossiers, begins new schemes and rules; replays,
 * exports and verifies what a service recorded. Plain Java; no server is started.
 *
 * <p>May use everything but the server. Start at {@link Daylight}.
 */
@NullMarked
package org.daylight.cli;

import org.jspecify.annotations.NullMarked;
