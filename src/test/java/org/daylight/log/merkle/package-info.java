/** Known answers from the public texts, and properties. */
@NullMarked
package org.daylight.log.merkle;

import org.jspecify.annotations.NullMarked;
