@NullMarked
package org.daylight.explanation.reason;

import org.jspecify.annotations.NullMarked;
