@NullMarked
package org.daylight.explanation.nearmiss;

import org.jspecify.annotations.NullMarked;
