@NullMarked
package org.daylight.explanation.value;

import org.jspecify.annotations.NullMarked;
