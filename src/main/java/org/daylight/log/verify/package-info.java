/**
 * Verifies a log and what it vouches for, with the public key and nothing else: a log served over HTTP or exported to a folder,
 * a receipt, a database. Exports one, too. What is wrong is named by the place it is at.
 */
@NullMarked
package org.daylight.log.verify;

import org.jspecify.annotations.NullMarked;
