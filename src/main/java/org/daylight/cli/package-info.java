/**
 * The command line: schemes checked, their cases run, a dossier decided, new schemes and rules begun. Plain Java on the pure core; no
 * server is started and nothing is stored.
 *
 * <p>May use all of the core. Start at {@link Daylight}.
 */
@NullMarked
package org.daylight.cli;

import org.jspecify.annotations.NullMarked;
