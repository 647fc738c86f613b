/** The tamper-evident log. */
@NullMarked
package org.daylight.log;

import org.jspecify.annotations.NullMarked;
