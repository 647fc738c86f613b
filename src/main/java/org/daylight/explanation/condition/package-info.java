@NullMarked
package org.daylight.explanation.condition;

import org.jspecify.annotations.NullMarked;
