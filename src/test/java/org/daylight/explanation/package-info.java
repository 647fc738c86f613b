/** Conditions matched by hand, compared with what the engine fired. */
@NullMarked
package org.daylight.explanation;

import org.jspecify.annotations.NullMarked;
