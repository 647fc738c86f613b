/** Logs altered bit by bit. */
@NullMarked
package org.daylight.log.verify;

import org.jspecify.annotations.NullMarked;
