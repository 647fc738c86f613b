@NullMarked
package org.daylight.explanation.letter;

import org.jspecify.annotations.NullMarked;
