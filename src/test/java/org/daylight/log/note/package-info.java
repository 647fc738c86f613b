/** Known answers from the public texts, and properties. */
@NullMarked
package org.daylight.log.note;

import org.jspecify.annotations.NullMarked;
