/** Claims about rankings. */
@NullMarked
package org.daylight.ranking;

import org.jspecify.annotations.NullMarked;
