/**
 * Verifies with the public key alone a log that is served over HTTP or exported to a folder, a receipt, or a database, and names
 * each finding by its place. Exports a log, too. Uses {@code log} with its parts, and {@code store}.
 */
@NullMarked
package org.daylight.log.verify;

import org.jspecify.annotations.NullMarked;
