@NullMarked
package org.daylight.explanation.change;

import org.jspecify.annotations.NullMarked;
