@NullMarked
package org.daylight.vault;

import org.jspecify.annotations.NullMarked;
